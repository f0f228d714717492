import type { Container } from "../../engine/container";
import { type HostPort, publishedPorts } from "../../views/portWords";
import type { CommandHost } from "../commandHost";

/** Container ports behind which TLS is the custom. */
const tlsPorts = new Set([443, 8443, 9443]);

/** Ports that speak something else than HTTP, so that a browser is no help. */
const otherPorts = new Set([
  21, 22, 23, 25, 53, 110, 143, 389, 1433, 1521, 3306, 5432, 5672, 6379, 9042, 11211, 27017,
]);

/** The published ports that a browser may open, likely ones first. */
export function browsablePorts(container: Pick<Container, "ports">): HostPort[] {
  return publishedPorts(container)
    .filter(({ protocol }) => protocol === "tcp")
    .sort(
      (one, other) => Number(otherPorts.has(one.containerPort)) - Number(otherPorts.has(other.containerPort)),
    );
}

/** The address of the container's likeliest page; undefined where it publishes no port. */
export async function containerUrl(host: CommandHost, container: Container): Promise<string | undefined> {
  const [port] = browsablePorts(container);
  return port && portUrl(host, port);
}

/** The host is the engine's: where the engine is elsewhere, `localhost` would lead nowhere. */
export async function portUrl(
  { machine }: CommandHost,
  { hostPort, hostAddress, containerPort }: HostPort,
): Promise<string> {
  const everywhere =
    hostAddress === undefined || ["", "0.0.0.0", "::", "127.0.0.1", "::1"].includes(hostAddress);
  const host = everywhere ? await machine.engineHost() : hostAddress;
  const scheme = tlsPorts.has(containerPort) ? "https" : "http";
  return `${scheme}://${host.includes(":") ? `[${host}]` : host}:${hostPort}/`;
}
