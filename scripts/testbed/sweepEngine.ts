import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { withSystemFolders } from "./ownedProcess";
import { removeLink } from "./privateBridge";

// All is found by the engine's own folder, so nothing of another engine can be hit. All of it is synchronous, for
// use at exit.

/** Ends what a killed engine leaves running: its containers and the steps of its builds. */
export function endEngineProcesses(folder: string): void {
  killContainerd(folder);
  for (const pid of [...processesOf(folder, /^containerd-shim/), ...containerProcessesOf(folder)]) kill(pid);
}

/** Removes the mounts, networks and files of an engine that has ended. */
export function removeEngineTraces(folder: string): void {
  unmountBelow(folder);
  for (const link of networkLinksOf(folder)) removeLink(link);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** The engine's containerd dies with it by the kernel's hand, only not always at once. */
export function killContainerd(folder: string): void {
  for (const pid of processesOf(folder, /^containerd$/)) kill(pid);
}

/** The processes of this program that were started with a path in this engine's folder. */
function processesOf(folder: string, program: RegExp): number[] {
  return processes().filter((pid) => {
    const [command = "", ...args] = readProc(pid, "cmdline").split("\0");
    return program.test(basename(command)) && args.some((argument) => argument.startsWith(folder + sep));
  });
}

/** Whatever has its root directory on one of the engine's layers: containers, and steps of a build. */
function containerProcessesOf(folder: string): number[] {
  return processes().filter((pid) => {
    const mounts = readProc(pid, "mountinfo").split("\n");
    return mounts.some((line) => line.split(" ")[4] === "/" && line.includes(folder + sep));
  });
}

function processes(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // It has ended since we listed it.
    return "";
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function unmountBelow(folder: string): void {
  const points = readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[4] ?? "")
    .filter((point) => point.startsWith(folder + sep));
  // The deepest and latest first.
  for (const point of points.reverse()) {
    execFileSync("umount", ["--lazy", point], { env: withSystemFolders(process.env), stdio: "ignore" });
  }
}

/** The engine keeps the bridges of its networks over a restart, so it leaves them when it ends. */
function networkLinksOf(folder: string): Set<string> {
  const store = join(folder, "data", "network", "files", "local-kv.db");
  if (!existsSync(store)) return new Set();
  return new Set(readFileSync(store, "latin1").match(/br-[0-9a-f]{12}/g));
}
