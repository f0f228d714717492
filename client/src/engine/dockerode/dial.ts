import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type Dockerode from "dockerode";

type DialOptions = Parameters<Dockerode["modem"]["dial"]>[0];

/** A request that dockerode has no method for, its answer taken as a stream. Rejects as dockerode's methods do. */
export function dial(docker: Dockerode, options: DialOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    docker.modem.dial({ statusCodes: { 200: true }, ...options, isStream: true }, (error, answer) =>
      // docker-modem answers a stream request with the response itself.
      error ? reject(error) : resolve(answer as IncomingMessage),
    );
  });
}

/** A request to turn the connection into another protocol's. The connection belongs to the caller from then on. */
export function dialUpgrade(docker: Dockerode, options: DialOptions): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    docker.modem.dial({ statusCodes: { 101: true }, ...options, hijack: true }, (error, connection) =>
      // docker-modem answers an upgrade with the socket.
      error ? reject(error) : resolve(connection as Duplex),
    );
  });
}
