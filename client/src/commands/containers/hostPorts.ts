import type { Container } from "../../engine/container";
import type { Verdict } from "../../ui/ui";
import { publishedPorts } from "../../views/portWords";

/** The running container that publishes each host port. */
export type PortHolders = ReadonlyMap<number, string>;

export interface PortKnowledge {
  readonly holders: PortHolders;
  /** Whether a port of this machine is free; left out where the engine is elsewhere. */
  readonly probe?: (port: number) => Promise<boolean>;
}

/** Only containers that run hold their ports. */
export function portHolders(containers: readonly Container[]): PortHolders {
  return new Map(
    containers
      .filter(({ state }) => state === "running" || state === "paused" || state === "restarting")
      .flatMap((container) =>
        publishedPorts(container).map(({ hostPort }): [number, string] => [hostPort, container.name]),
      ),
  );
}

/** The wanted port where it is free, else the next one above 1023 that is. Gives up after a hundred. */
export async function freeHostPort(
  wanted: number,
  { holders, probe, taken }: PortKnowledge & { readonly taken?: (port: number) => boolean },
): Promise<number> {
  const first = wanted < 1024 ? wanted + 8000 : wanted;
  for (let port = first; port < Math.min(first + 100, 65536); port += 1) {
    if (holders.has(port) || taken?.(port)) continue;
    if ((await probe?.(port)) !== false) return port;
  }
  return first;
}

/** Judges a host port before anything is created, and names what holds it. */
export async function checkHostPort(
  text: string,
  { holders, probe }: PortKnowledge,
): Promise<Verdict | undefined> {
  const value = text.trim();
  if (value === "")
    return {
      severity: "information",
      message: "The port stays unpublished: only other containers can reach it.",
    };
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65535) {
    return { severity: "error", message: "A port is a number from 1 to 65535." };
  }
  const holder = holders.get(port);
  if (holder !== undefined) {
    return {
      severity: "error",
      message: `Port ${port} is taken by the container ${holder}. Choose another, or stop it first.`,
    };
  }
  if ((await probe?.(port)) === false) {
    return {
      severity: "error",
      message: `Port ${port} is taken by another program of this machine. Choose another.`,
    };
  }
  if (port < 1024) {
    return {
      severity: "warning",
      message: "Ports below 1024 may need more rights than a rootless engine has.",
    };
  }
  return undefined;
}
