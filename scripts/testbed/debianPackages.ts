import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./atExit";
import { withSystemFolders } from "./ownedProcess";
import { runCommand } from "./runCommand";
import { runStep } from "./runStep";
import { withLock } from "./withLock";

/** Installs those of the named packages that this Debian or Ubuntu machine does not have. */
export async function ensureDebianPackages(names: readonly string[]): Promise<void> {
  if ((await missingDebianPackages(names)).length === 0) return;
  await withLock(join(tmpdir(), "drydock-packages.lock"), async () => {
    // Asked again: whoever held the lock before us may have installed them.
    const missing = await missingDebianPackages(names);
    if (missing.length === 0) return;
    const obstacle = debianObstacle();
    if (obstacle !== undefined) throw new Error(`${obstacle} Needed: ${missing.join(" ")}.`);
    await runStep(`Installing from Debian: ${missing.join(" ")}`, () => installPackages(missing));
  });
}

/** Why packages can't be installed on this machine, with what to do; undefined where they can. */
export function debianObstacle(): string | undefined {
  if (!isDebian()) return "This needs a Debian or Ubuntu machine, whose packages it can install.";
  if (process.getuid?.() !== 0)
    return "This needs root: run it again with sudo, or install the packages yourself.";
  return undefined;
}

export function isDebian(): boolean {
  return process.platform === "linux" && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

export async function missingDebianPackages(names: readonly string[]): Promise<string[]> {
  if (!isDebian()) return [...names];
  const states = await Promise.all(names.map(packageState));
  return names.filter((_, index) => states[index] !== "installed");
}

async function packageState(name: string): Promise<string> {
  // dpkg-query fails on a name that it has never heard of, which is "not installed" to us.
  return runCommand("dpkg-query", ["-W", "-f", "${db:Status-Status}", name]).catch(() => "unknown");
}

async function installPackages(names: string[]): Promise<void> {
  const env = { ...withSystemFolders(process.env), DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };
  const apt = (...args: string[]) =>
    runCommand(
      "apt-get",
      ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3", "-y", "-qq", ...args],
      { env, atOurEnd: "finish" },
    );
  const allowServices = forbidServices();
  try {
    await apt("update");
    await apt("install", "--no-install-recommends", ...names);
  } finally {
    allowServices();
  }
}

/**
 * Debian's packages start their services on installation, unless this script says no. We want the programs only:
 * an engine or a registry of the whole machine is not ours to start.
 */
function forbidServices(): () => void {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy) && readFileSync(policy, "utf8").trim() !== "") return () => undefined;
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const remove = () => rmSync(policy, { force: true });
  const forget = atExit(remove);
  return () => {
    forget();
    remove();
  };
}
