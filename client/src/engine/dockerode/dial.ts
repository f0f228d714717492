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

/** The same for an answer that is read to its end: a record, a list, or a Buffer where it is neither. */
export function dialWhole(docker: Dockerode, options: DialOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    docker.modem.dial({ statusCodes: { 200: true }, ...options }, (error, answer) =>
      error ? reject(error) : resolve(answer),
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
