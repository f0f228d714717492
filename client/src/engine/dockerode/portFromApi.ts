import type { ExposedPort, PortProtocol } from "../image";

/** `80/tcp`, or `80` alone, as the engine writes a port. Undefined for what is none. */
export function portFromApi(text: string): ExposedPort | undefined {
  const found = /^(\d{1,5})(?:\/(\w+))?$/.exec(text);
  if (found === null) return undefined;
  return { port: Number(found[1]), protocol: protocolFromApi(found[2]) };
}

export function protocolFromApi(protocol: string | undefined): PortProtocol {
  return protocol === "udp" || protocol === "sctp" ? protocol : "tcp";
}
