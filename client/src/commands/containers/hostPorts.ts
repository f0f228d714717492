import type { Container } from "../../engine/container";
import type { PortProtocol } from "../../engine/image";
import type { Verdict } from "../../ui/ui";
import { publishedPorts } from "../../views/portWords";
import type { Machine } from "../machine";

/** A port of the host; the same number of another protocol is another port. */
export interface HostPortNumber {
  readonly port: number;
  readonly protocol: PortProtocol;
}

/** The running container that publishes each host port, by `8888/tcp`. */
export type PortHolders = ReadonlyMap<string, string>;

export interface PortKnowledge {
  readonly holders: PortHolders;
  /** Tries ports of this machine; left out where the engine is elsewhere. */
  readonly probe?: Pick<Machine, "portIsFree" | "programOnPort">;
}

/** Only containers that run hold their ports. */
export function portHolders(containers: readonly Container[]): PortHolders {
  return new Map(
    containers
      .filter(({ state }) => state === "running" || state === "paused" || state === "restarting")
      .flatMap((container) =>
        publishedPorts(container).map(({ hostPort: port, protocol }): [string, string] => [
          keyOf({ port, protocol }),
          container.name,
        ]),
      ),
  );
}

/** The wanted port where it is free, else the next one above 1023 that is. Gives up after a hundred. */
export async function freeHostPort(
  { port: wanted, protocol }: HostPortNumber,
  { holders, probe, taken }: PortKnowledge & { readonly taken?: (port: number) => boolean },
): Promise<number> {
  const first = wanted < 1024 ? wanted + 8000 : wanted;
  for (let port = first; port < Math.min(first + 100, 65536); port += 1) {
    if (holders.has(keyOf({ port, protocol })) || taken?.(port)) continue;
    if ((await probe?.portIsFree(port, protocol)) !== false) return port;
  }
  return first;
}

/** Judges a host port before anything is created, and names what holds it. */
export async function checkHostPort(
  text: string,
  protocol: PortProtocol,
  knowledge: PortKnowledge,
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
  const holder = await holderWords({ port, protocol }, knowledge);
  if (holder !== undefined) return { severity: "error", message: `Port ${port} is taken by ${holder}` };
  if (port < 1024) {
    return {
      severity: "warning",
      message: "Ports below 1024 may need more rights than a rootless engine has.",
    };
  }
  return undefined;
}

/** Who has the port, and what to do about it. Undefined where it is free. */
export async function holderWords(
  { port, protocol }: HostPortNumber,
  { holders, probe }: PortKnowledge,
): Promise<string | undefined> {
  const holder = holders.get(keyOf({ port, protocol }));
  if (holder !== undefined) return `the container ${holder}. Choose another, or stop it first.`;
  if (!probe || (await probe.portIsFree(port, protocol))) return undefined;
  const program = await probe.programOnPort(port, protocol);
  return program === undefined
    ? "another program of this machine. Choose another."
    : `the program ${program}. Choose another, or end that first.`;
}

function keyOf({ port, protocol }: HostPortNumber): string {
  return `${port}/${protocol}`;
}
