import { constants } from "node:fs";
import { access, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Endpoint } from "../endpoint";
import { defaultPipe, defaultSocket } from "./parseEndpoint";

/** What decides where a local engine may listen. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly homeFolder: string;
}

/**
 * The local engine, found where the programs that bring one put their sockets. The first one that this person may use
 * wins, then the first one that is there; where there is none it is docker's own, so that an error names that.
 */
export async function defaultEndpoint(machine: Machine): Promise<Endpoint> {
  if (machine.platform === "win32") return { kind: "pipe", path: await firstPipe() };
  let forbidden: string | undefined;
  for (const path of socketCandidates(machine)) {
    if (!(await isSocket(path))) continue;
    if (await mayUse(path)) return { kind: "unix", path };
    forbidden ??= path;
  }
  return { kind: "unix", path: forbidden ?? defaultSocket };
}

/** In the order in which they are tried. */
export function socketCandidates({ environment, homeFolder }: Machine): string[] {
  const home = (...path: readonly string[]) => join(homeFolder, ...path);
  const runtime = environment["XDG_RUNTIME_DIR"];
  const config = environment["XDG_CONFIG_HOME"] ?? home(".config");
  return [
    defaultSocket,
    // Docker Desktop on macOS, then on Linux.
    home(".docker", "run", "docker.sock"),
    home(".docker", "desktop", "docker.sock"),
    // Rootless docker.
    ...(runtime ? [join(runtime, "docker.sock")] : []),
    home(".docker", "run", "rootless", "docker.sock"),
    ...(environment["COLIMA_HOME"] ? [join(environment["COLIMA_HOME"], "default", "docker.sock")] : []),
    home(".colima", "default", "docker.sock"),
    join(config, "colima", "default", "docker.sock"),
    // Rancher Desktop, then OrbStack.
    home(".rd", "docker.sock"),
    home(".orbstack", "run", "docker.sock"),
    ...(runtime ? [join(runtime, "podman", "podman.sock")] : []),
    "/run/podman/podman.sock",
    home(".local", "share", "containers", "podman", "machine", "podman.sock"),
  ];
}

/** In the order in which they are tried. */
export const pipeCandidates: readonly string[] = [
  defaultPipe,
  "//./pipe/dockerDesktopLinuxEngine",
  "//./pipe/podman-machine-default",
];

/** Pipes are listed, never opened to see whether they are there: that would take up a connection. */
async function firstPipe(): Promise<string> {
  const present = await presentPipes();
  return pipeCandidates.find((path) => present.has(basename(path))) ?? defaultPipe;
}

/** The names of all pipes that are there. */
export async function presentPipes(): Promise<ReadonlySet<string>> {
  return new Set(await readdir("//./pipe/").catch(() => []));
}

async function isSocket(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isSocket() ?? false;
}

async function mayUse(path: string): Promise<boolean> {
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}
