import { execFileSync } from "node:child_process";
import { accessSync, constants, realpathSync } from "node:fs";
import { join } from "node:path";

/** The docker command line programs of this machine, with what they can do. */
export function dockerCommands(): {
  readonly path: string;
  readonly version: string;
  readonly buildKit: boolean;
}[] {
  const folders = new Set([...(process.env["PATH"] ?? "").split(":"), "/usr/local/bin", "/usr/bin"]);
  return [...folders]
    .map((folder) => join(folder, "docker"))
    .filter(
      (path, index, all) => isExecutable(path) && all.findIndex((other) => isSame(other, path)) === index,
    )
    .map((path) => {
      const version = run(path, "version", "--format", "{{.Client.Version}}") ?? "";
      // From version 23 on it is a plugin that does it.
      const buildKit = Number.parseInt(version, 10) < 23 || run(path, "buildx", "version") !== undefined;
      return { path, version, buildKit };
    });
}

/** What it prints; it fails after printing where no engine answers, which does not matter here. */
function run(path: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(path, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, DOCKER_HOST: "unix:///nowhere" },
    }).trim();
  } catch (error) {
    const printed = error instanceof Error && "stdout" in error ? String(error.stdout).trim() : "";
    return printed || undefined;
  }
}

/** Debian's /bin is a link to /usr/bin. */
function isSame(one: string, other: string): boolean {
  return isExecutable(one) && isExecutable(other) && realpathSync(one) === realpathSync(other);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
