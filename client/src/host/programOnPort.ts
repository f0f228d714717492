import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import type { PortProtocol } from "../engine/image";

/** The name and the number of the process that listens on a port of this machine. Others' processes may stay unknown. */
export async function programOnPort(port: number, protocol: PortProtocol): Promise<string | undefined> {
  if (protocol === "sctp") return undefined;
  if (process.platform === "linux") return inProc(port, protocol);
  return process.platform === "darwin" ? listedByLsof(port, protocol) : undefined;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_net.5.html */
async function inProc(port: number, protocol: "tcp" | "udp"): Promise<string | undefined> {
  const tables = await Promise.all(
    [protocol, `${protocol}6`].map((name) => readFile(`/proc/net/${name}`, "utf8").catch(() => "")),
  );
  const sockets = new Set(tables.flatMap((table) => inodesOf(table, port, protocol)));
  if (sockets.size === 0) return undefined;
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const files = await readdir(`/proc/${id}/fd`).catch(() => []);
    for (const file of files) {
      const target = await readlink(`/proc/${id}/fd/${file}`).catch(() => "");
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode === undefined || !sockets.has(inode)) continue;
      const name = await readFile(`/proc/${id}/comm`, "utf8").catch(() => "");
      return `${name.trim() || "unknown"} (process ${id})`;
    }
  }
  return undefined;
}

/** A line: number, local address, remote address, state, five more, the inode. The port is hexadecimal; 0A listens. */
function inodesOf(table: string, port: number, protocol: "tcp" | "udp"): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table.split("\n").flatMap((line) => {
    const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
    const listens = protocol === "udp" || state === "0A";
    return local.endsWith(wanted) && listens && inode !== undefined ? [inode] : [];
  });
}

function listedByLsof(port: number, protocol: "tcp" | "udp"): Promise<string | undefined> {
  const which = protocol === "tcp" ? [`-iTCP:${port}`, "-sTCP:LISTEN"] : [`-iUDP:${port}`];
  return new Promise((resolve) => {
    // It ends with a failure where it finds nothing.
    execFile("lsof", ["-nP", ...which, "-Fpc"], { timeout: 3000 }, (_error, printed) =>
      resolve(nameInLsof(printed)),
    );
  });
}

/** One field a line, told by its first letter: `p` the process, `c` its command. */
export function nameInLsof(printed: string): string | undefined {
  const field = (letter: string) => new RegExp(`^${letter}(.+)$`, "m").exec(printed)?.[1];
  const [id, name] = [field("p"), field("c")];
  return id === undefined || name === undefined ? undefined : `${name} (process ${id})`;
}
