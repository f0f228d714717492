import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Docker from "dockerode";
import { atExit } from "./atExit";
import { allowInternet } from "./bridgeInternet";
import { claimEngine, engineFolderPrefix, sweepOrphanedEngines } from "./engineOwner";
import { enginePrograms, ensurePrograms } from "./ensurePrograms";
import { findOnPath } from "./findOnPath";
import { type OwnedProcess, startOwnedProcess } from "./ownedProcess";
import { makePrivateBridge, type PrivateBridge } from "./privateBridge";
import { runCommand } from "./runCommand";
import { endEngineProcesses, killContainerd, removeEngineTraces } from "./sweepEngine";
import { until } from "./until";

export interface PrivateEngineOptions {
  /** More arguments for dockerd, e.g. `-H tcp://127.0.0.1:PORT --tlsverify …` or `--insecure-registry …`. */
  args?: readonly string[];
  /** A hosts file that this engine alone sees, e.g. one that puts Docker Hub's names on 127.0.0.1. */
  hostsFile?: string;
  /** The certificate authorities that this engine trusts instead of the system's. */
  caFile?: string;
  /** Whether containers may reach the world; by default they may not, and the machine's firewall stays untouched. */
  internet?: "none" | "allowed";
}

/** A Docker engine of our own: all its state in a fresh folder, its own socket and bridge. */
export interface PrivateEngine {
  readonly folder: string;
  readonly socketPath: string;
  /** As DOCKER_HOST wants it. */
  readonly host: string;
  readonly docker: Docker;
  log(): string;
  /** Ends the engine as a crash would; its data stays, and so do its containers until it starts again. */
  kill(): Promise<void>;
  /** Ends the engine in good order, its data kept, so that `start` brings it back. Containers that do not listen take 10 s. */
  pause(): Promise<void>;
  /** Starts it again on the same data, after `kill` or `pause`. */
  start(): Promise<void>;
  /** Ends the engine and removes all that it made. */
  stop(): Promise<void>;
}

export async function startPrivateEngine(options: PrivateEngineOptions = {}): Promise<PrivateEngine> {
  await ensurePrograms(enginePrograms);
  const parent = realpathSync(tmpdir());
  sweepOrphanedEngines(parent);
  const folder = mkdtempSync(join(parent, engineFolderPrefix));
  let bridge: PrivateBridge | undefined;
  let running: OwnedProcess | undefined;
  let cutOff: (() => void) | undefined;
  const removeAll = () => {
    endEngineProcesses(folder);
    cutOff?.();
    removeEngineTraces(folder);
    bridge?.remove();
  };
  const forget = atExit(removeAll);

  const socketPath = join(folder, "docker.sock");
  const logFile = join(folder, "log");
  const env = { ...process.env, ...(options.caFile === undefined ? {} : { SSL_CERT_FILE: options.caFile }) };
  const docker = dockerAt(socketPath);

  async function start(): Promise<void> {
    forgetFormerRun(folder);
    appendFileSync(logFile, "");
    bridge ??= await makePrivateBridge();
    claimEngine(folder, bridge.name);
    if (options.internet === "allowed") cutOff ??= allowInternet(bridge.name, bridge.subnet);
    const [command = "", ...args] = await engineCommandLine(folder, bridge.name, options);
    const engine = startOwnedProcess(command, args, { logFile, env });
    let ended = false;
    void engine.exited.then(() => {
      ended = true;
    });
    running = engine;
    try {
      await until("the private engine answers", async () => ended || (await answers(docker)), 60);
      if (ended) throw new Error("the private engine ended at once");
    } catch (error) {
      await engine.stop();
      throw new Error(
        `${String(error)}. The end of its log:\n${engine.output().split("\n").slice(-20).join("\n")}`,
      );
    }
  }

  async function pause(): Promise<void> {
    await running?.stop(20);
    running = undefined;
  }

  async function kill(): Promise<void> {
    await running?.kill();
    running = undefined;
    killContainerd(folder);
  }

  // Nothing of its data is wanted any more, so there is no use in waiting for its containers to end politely.
  async function stop(): Promise<void> {
    await kill();
    forget();
    removeAll();
  }

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    folder,
    socketPath,
    host: `unix://${socketPath}`,
    docker,
    log: () => running?.output() ?? "",
    kill,
    pause,
    start,
    stop,
  };
}

/** Why no private engine can be had on this machine; undefined where it can. */
export function privateEngineObstacle(): string | undefined {
  if (process.platform !== "linux") return "A private engine needs Linux.";
  if (process.getuid?.() !== 0) return "A private engine needs root.";
  if (findOnPath("dockerd") !== undefined || existsSync("/usr/bin/apt-get")) return undefined;
  return "A private engine needs dockerd, or Debian's packages to install it from.";
}

/** A client that ignores DOCKER_HOST and its kin, which dockerode would let win over the socket path. */
export function dockerAt(socketPath: string): Docker {
  const nothing = { host: undefined, port: undefined, ca: undefined, cert: undefined, key: undefined };
  return new Docker({ socketPath, protocol: "http", ...nothing } as unknown as Docker.DockerOptions);
}

async function engineCommandLine(
  folder: string,
  bridge: string,
  options: PrivateEngineOptions,
): Promise<string[]> {
  const configFile = join(folder, "engine.json");
  // Our own, so that the machine's /etc/docker/daemon.json is not read.
  writeFileSync(configFile, JSON.stringify(await engineConfiguration(folder)));
  mkdirSync(join(folder, "data"), { recursive: true, mode: 0o711 });
  const engine = [
    "dockerd",
    ...["--config-file", configFile],
    ...["--data-root", join(folder, "data")],
    ...["--exec-root", join(folder, "exec")],
    ...["--pidfile", join(folder, "pid")],
    ...["--host", `unix://${join(folder, "docker.sock")}`],
    ...["--bridge", bridge],
    // Containers that do not listen to SIGTERM (a bare Python, say) would hold up our end for 15 s.
    ...["--shutdown-timeout", "2"],
    // It would change the firewall of the whole machine; what containers need of it we do ourselves.
    ...["--iptables=false", "--ip-forward=false", "--ip-masq=false"],
    ...(options.args ?? []),
  ];
  if (options.hostsFile === undefined) return engine;
  return [
    "unshare",
    "--mount",
    "sh",
    "-c",
    'mount --bind "$0" /etc/hosts && exec "$@"',
    options.hostsFile,
    ...engine,
  ];
}

/** Before version 23 the engine wrote its identity to /etc/docker unless told otherwise; later ones refuse the key. */
async function engineConfiguration(folder: string): Promise<Record<string, string>> {
  const version = await runCommand(findOnPath("dockerd") ?? "dockerd", ["--version"]);
  const major = Number(/version (\d+)/.exec(version)?.[1]);
  return major < 23 ? { "deprecated-key-path": join(folder, "key.json") } : {};
}

/** A killed engine leaves these, and a new one would take the processes that they name for alive. */
function forgetFormerRun(folder: string): void {
  for (const path of ["pid", "docker.sock", "exec/containerd/containerd.pid"]) {
    rmSync(join(folder, path), { force: true });
  }
}

async function answers(docker: Docker): Promise<boolean> {
  return docker.ping().then(
    () => true,
    () => false,
  );
}
