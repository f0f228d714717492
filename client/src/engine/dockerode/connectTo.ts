import { connect, isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";
import type { Endpoint } from "../endpoint";
import { connectOverSsh } from "../endpoint/connectOverSsh";

/** Opens one more connection to the engine. It may still be under way: its failure arrives as an "error" event. */
export type Connect = () => Duplex;

/** How to reach an endpoint. */
export function connectTo(endpoint: Endpoint): Connect {
  switch (endpoint.kind) {
    case "unix":
    case "pipe":
      return () => connect({ path: endpoint.path });
    case "tcp":
      return connectToPort(endpoint);
    case "ssh":
      return () => connectOverSsh(endpoint);
  }
}

function connectToPort({ host, port, tls }: Extract<Endpoint, { kind: "tcp" }>): Connect {
  if (tls === undefined) return () => connect({ host, port });
  return () =>
    connectTls({
      host,
      port,
      // An address is no server name, and Node warns when it is taken for one.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ca: tls.ca,
      cert: tls.certificate,
      key: tls.key,
      rejectUnauthorized: tls.verify,
    });
}
