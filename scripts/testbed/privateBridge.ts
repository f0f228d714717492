import { execFileSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { atExit } from "./atExit";
import { withSystemFolders } from "./ownedProcess";
import { runCommand } from "./runCommand";

/** A network bridge of our own: two engines on the default docker0 would disturb each other. */
export interface PrivateBridge {
  readonly name: string;
  /** As `10.1.2.0/24`. */
  readonly subnet: string;
  remove(): void;
}

export async function makePrivateBridge(): Promise<PrivateBridge> {
  const name = `drydock${randomBytes(4).toString("hex")}`;
  const remove = () => removeLink(name);
  // Also when we are ended before the caller has heard of it.
  const forget = atExit(remove);
  await ip("link", "add", name, "type", "bridge");
  let prefix: string;
  try {
    prefix = await freeSubnet();
    await ip("addr", "add", `${prefix}.1/24`, "dev", name);
    await ip("link", "set", name, "up");
  } catch (error) {
    forget();
    remove();
    throw error;
  }
  return {
    name,
    subnet: `${prefix}.0/24`,
    remove() {
      forget();
      remove();
    },
  };
}

/** Removes a network link; one that is already gone is fine. */
export function removeLink(name: string): void {
  const env = withSystemFolders(process.env);
  try {
    execFileSync("ip", ["link", "show", name], { env, stdio: "ignore" });
  } catch {
    // `ip` fails when there is no such link.
    return;
  }
  execFileSync("ip", ["link", "del", name], { env, stdio: "ignore" });
}

/** The first three numbers of a /24 in 10.0.0.0/8 that no address or route of this machine overlaps. */
async function freeSubnet(): Promise<string> {
  const used = cidrs(
    `${await ip("-o", "-4", "addr", "show")}\n${await ip("-4", "route", "show", "table", "all")}`,
  );
  for (let attempt = 0; attempt < 1000; attempt++) {
    // At random, so that two engines that start at once do not look at the same one.
    const prefix = `10.${randomInt(1, 255)}.${randomInt(0, 255)}`;
    const candidate = { start: addressNumber(`${prefix}.0`), bits: 24 };
    if (!used.some((network) => overlap(network, candidate))) return prefix;
  }
  throw new Error("No free subnet in 10.0.0.0/8 for the private engine's bridge.");
}

interface Cidr {
  start: number;
  bits: number;
}

function cidrs(text: string): Cidr[] {
  const found = text.matchAll(/\b(\d+\.\d+\.\d+\.\d+)(?:\/(\d+))?/g);
  return [...found]
    .map(([, address = "", bits]) => ({
      start: addressNumber(address),
      bits: bits === undefined ? 32 : Number(bits),
    }))
    .filter(({ bits }) => bits > 0);
}

function overlap(one: Cidr, other: Cidr): boolean {
  const size = 2 ** (32 - Math.min(one.bits, other.bits));
  return Math.floor(one.start / size) === Math.floor(other.start / size);
}

function addressNumber(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function ip(...args: string[]): Promise<string> {
  return runCommand("ip", args, { env: withSystemFolders(process.env) });
}
