import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./atExit";
import { ensurePrograms } from "./ensurePrograms";
import { startOwnedProcess, withSystemFolders } from "./ownedProcess";
import { runCommand } from "./runCommand";
import { until } from "./until";

/** A Podman of our own that speaks docker's API on a socket: all its state in a fresh folder, nothing of the machine's touched. */
export interface PrivatePodman {
  readonly socketPath: string;
  log(): string;
  /** Ends it and removes all that it made. */
  stop(): Promise<void>;
}

/** Podman trusts no registry without TLS, on the loopback either, unless it is named among `plainRegistries`. */
export async function startPrivatePodman(plainRegistries: readonly string[] = []): Promise<PrivatePodman> {
  await ensurePrograms(["podman"]);
  const folder = mkdtempSync(join(tmpdir(), "drydock-podman-"));
  const file = (name: string) => join(folder, name);
  const settings = {
    CONTAINERS_STORAGE_CONF: file("storage.conf"),
    CONTAINERS_CONF: file("containers.conf"),
    CONTAINERS_REGISTRIES_CONF: file("registries.conf"),
    // Logins are those that we send, never the machine's.
    REGISTRY_AUTH_FILE: file("auth.json"),
    XDG_RUNTIME_DIR: folder,
    HOME: folder,
  };
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(file(name), `${lines.join("\n")}\n`);
  write("storage.conf", [
    "[storage]",
    'driver = "vfs"',
    `graphroot = "${file("data")}"`,
    `runroot = "${file("run")}"`,
  ]);
  write("containers.conf", [
    "[containers]",
    // Root of a machine in a container may not raise its own limits, as Podman would for what it runs.
    'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]',
    "[engine]",
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    `tmp_dir = "${file("tmp")}"`,
    "[network]",
    `network_config_dir = "${file("networks")}"`,
  ]);
  write(
    "registries.conf",
    plainRegistries.flatMap((domain) => ["[[registry]]", `location = "${domain}"`, "insecure = true"]),
  );
  write("auth.json", ["{}"]);
  const env = withSystemFolders({ ...process.env, ...settings });
  const podman = (...args: readonly string[]) => runCommand("podman", args, { env });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const forget = atExit(remove);

  const socketPath = file("podman.sock");
  const service = startOwnedProcess("podman", ["system", "service", "--time=0", `unix://${socketPath}`], {
    logFile: file("log"),
    env,
  });
  const stop = async () => {
    await service.stop();
    // Containers outlive the service; they are Podman's to end.
    await podman("rm", "--all", "--force", "--time", "0");
    forget();
    remove();
  };
  try {
    await until(
      "Podman answers",
      async () => (await podman("--url", `unix://${socketPath}`, "version")) !== "",
    );
  } catch (error) {
    const log = service.output();
    await stop();
    throw new Error(`${String(error)}. Its log:\n${log}`);
  }
  return { socketPath, log: () => service.output(), stop };
}
