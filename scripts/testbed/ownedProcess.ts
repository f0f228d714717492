import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { atExit } from "./atExit";

/** A process that we started, and therefore may end: always by its id, and with its own process group. */
export interface OwnedProcess {
  readonly pid: number;
  readonly exited: Promise<void>;
  /** All that it has printed so far. */
  output(): string;
  /** Asks it to end, and ends it after `graceSeconds`. */
  stop(graceSeconds?: number): Promise<void>;
  kill(): Promise<void>;
}

interface OwnedProcessOptions {
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

export function startOwnedProcess(
  command: string,
  args: readonly string[],
  { logFile, env, cwd }: OwnedProcessOptions,
): OwnedProcess {
  const log = openSync(logFile, "a");
  const [program = command, ...rest] = dyingWithUs([command, ...args]);
  // Its own group, so that Ctrl-C reaches us alone and we can end things in the right order.
  const child = spawn(program, rest, {
    env: withSystemFolders(env ?? process.env),
    cwd,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  // It must not hold up our own end: what is left running then is ended at exit.
  child.unref();

  const forget = atExit(() => signalGroup(child.pid, "SIGKILL"));
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  }).then(forget);

  return {
    pid: child.pid ?? -1,
    exited,
    output: () => readFileSync(logFile, "utf8"),
    async stop(graceSeconds = 5) {
      child.ref();
      signalGroup(child.pid, "SIGTERM");
      await Promise.race([
        exited,
        new Promise((resolve) => setTimeout(resolve, graceSeconds * 1000).unref()),
      ]);
      // Also where the leader is gone: its group may hold children that did not listen.
      signalGroup(child.pid, "SIGKILL");
      await exited;
    },
    async kill() {
      child.ref();
      signalGroup(child.pid, "SIGKILL");
      await exited;
    },
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** On Linux the kernel asks our processes to end when we are killed and can't do it ourselves. */
function dyingWithUs(commandLine: string[]): string[] {
  const setpriv = "/usr/bin/setpriv";
  return existsSync(setpriv) ? [setpriv, "--pdeathsig", "TERM", "--", ...commandLine] : commandLine;
}

/** Debian keeps daemons and network tools in folders that not every shell has on its PATH. */
export function withSystemFolders(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (process.platform !== "linux") return env;
  return { ...env, PATH: `${env["PATH"] ?? ""}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin` };
}
