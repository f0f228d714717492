import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { withSystemFolders } from "./ownedProcess";

const forwarding = "/proc/sys/net/ipv4/ip_forward";

/**
 * Lets what is behind a bridge of ours reach the world; the answer takes that back. The engine could do this itself,
 * but it would empty the chains that it shares with every other engine of the machine, and leave its rules behind.
 */
export function allowInternet(bridge: string, subnet: string): () => void {
  const rules = [
    ["nat", "POSTROUTING", "-s", subnet, "!", "-o", bridge, "-j", "MASQUERADE"],
    ["filter", "FORWARD", "-i", bridge, "-j", "ACCEPT"],
    [
      "filter",
      "FORWARD",
      "-o",
      bridge,
      "-m",
      "conntrack",
      "--ctstate",
      "RELATED,ESTABLISHED",
      "-j",
      "ACCEPT",
    ],
  ] as const;
  const forwarded = readFileSync(forwarding, "utf8");
  const added: (typeof rules)[number][] = [];
  const takeBack = () => {
    for (const [table, ...rule] of added.splice(0)) iptables("-t", table, "-D", ...rule);
    writeFileSync(forwarding, forwarded);
  };
  try {
    for (const rule of rules) {
      const [table, ...rest] = rule;
      // In front: a rule of somebody else may end with "drop all".
      iptables("-t", table, "-I", ...rest);
      added.push(rule);
    }
    writeFileSync(forwarding, "1\n");
  } catch (error) {
    takeBack();
    throw error;
  }
  return takeBack;
}

function iptables(...args: string[]): void {
  execFileSync("iptables", ["--wait", ...args], { env: withSystemFolders(process.env), stdio: "ignore" });
}
