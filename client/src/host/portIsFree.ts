import { createSocket } from "node:dgram";
import { createServer } from "node:net";
import type { PortProtocol } from "../engine/image";

/** Tried by listening for a moment on every address, as the engine would. */
export async function portIsFree(port: number, protocol: PortProtocol): Promise<boolean> {
  // Node speaks no SCTP; the engine will say what is wrong.
  if (protocol === "sctp") return true;
  const listen = protocol === "tcp" ? listenTcp : listenUdp;
  const codes = [await listen(port, "::"), await listen(port, "0.0.0.0")];
  // Ports below 1024 are refused to us but not to the engine, and not every machine has IPv6.
  return !codes.includes("EADDRINUSE");
}

function listenTcp(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code));
    server.listen({ port, host, ipv6Only: true, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

function listenUdp(port: number, address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket({
      type: address.includes(":") ? "udp6" : "udp4",
      ipv6Only: address.includes(":"),
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      socket.close();
      resolve(error.code);
    });
    socket.bind({ port, address, exclusive: true }, () => socket.close(() => resolve(undefined)));
  });
}
