import type { Container, PublishedPort } from "../engine/container";

export interface HostPort extends PublishedPort {
  readonly hostPort: number;
}

/** The ports that can be reached from outside, each once although engines list IPv4 and IPv6 apart. */
export function publishedPorts({ ports }: Pick<Container, "ports">): HostPort[] {
  const seen = new Map<string, HostPort>();
  for (const port of ports) {
    if (port.hostPort === undefined) continue;
    const key = `${port.hostPort}/${port.containerPort}/${port.protocol}`;
    if (!seen.has(key)) seen.set(key, { ...port, hostPort: port.hostPort });
  }
  return [...seen.values()];
}

/** `8888→5000`, with the protocol where it is not TCP and the address where only this machine can reach it. */
export function portWords({ hostAddress, hostPort, containerPort, protocol }: HostPort): string {
  const everywhere = hostAddress === undefined || ["", "0.0.0.0", "::"].includes(hostAddress);
  const address = everywhere ? "" : hostAddress.includes(":") ? `[${hostAddress}]:` : `${hostAddress}:`;
  return `${address}${hostPort}→${containerPort}${protocol === "tcp" ? "" : `/${protocol}`}`;
}
