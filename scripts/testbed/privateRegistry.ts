import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./atExit";
import { ensurePrograms, registryPrograms } from "./ensurePrograms";
import { freePort } from "./freePort";
import { type OwnedProcess, startOwnedProcess } from "./ownedProcess";
import { runCommand } from "./runCommand";
import { until } from "./until";

export interface RegistryLogin {
  user: string;
  password: string;
}

/** A registry of our own on 127.0.0.1, over plain HTTP, which every engine accepts on the loopback. */
export interface PrivateRegistry {
  readonly folder: string;
  readonly port: number;
  /** What a reference to its images begins with: `127.0.0.1:PORT`. */
  readonly domain: string;
  readonly login: RegistryLogin | undefined;
  /** The tags that it holds for a repository, asked with its own login. */
  tags(repository: string): Promise<string[]>;
  log(): string;
  stop(): Promise<void>;
}

/** With a login it refuses everyone else; without one it is open. */
export async function startPrivateRegistry(login?: RegistryLogin): Promise<PrivateRegistry> {
  await ensurePrograms(registryPrograms);
  const folder = mkdtempSync(join(tmpdir(), "drydock-registry-"));
  const forget = atExit(() => rmSync(folder, { recursive: true, force: true }));
  const logFile = join(folder, "log");
  const authentication = login === undefined ? {} : { auth: await passwordFile(folder, login) };
  let port = 0;
  let running: OwnedProcess | undefined;

  // Between our finding a free port and the registry's taking it somebody else may come.
  for (let attempt = 0; running === undefined && attempt < 5; attempt++) {
    port = await freePort();
    running = await startOn(port, folder, logFile, authentication);
  }
  const registry = running;
  if (registry === undefined)
    throw new Error("The private registry did not start; five ports were taken under its feet.");

  const domain = `127.0.0.1:${port}`;
  return {
    folder,
    port,
    domain,
    login,
    log: () => registry.output(),
    async tags(repository) {
      const headers: Record<string, string> = login === undefined ? {} : { authorization: basic(login) };
      const answer = await fetch(`http://${domain}/v2/${repository}/tags/list`, { headers });
      if (answer.status === 404) return [];
      const { tags } = (await answer.json()) as { tags?: string[] | null };
      return tags ?? [];
    },
    async stop() {
      await registry.stop();
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A registry that answers on this port; undefined when it could not have the port. */
async function startOn(
  port: number,
  folder: string,
  logFile: string,
  authentication: object,
): Promise<OwnedProcess | undefined> {
  const configuration = {
    version: "0.1",
    log: { level: "info" },
    storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
    http: { addr: `127.0.0.1:${port}`, secret: randomBytes(16).toString("hex") },
    ...authentication,
  };
  // JSON is YAML, too.
  const configurationFile = join(folder, "config.yml");
  writeFileSync(configurationFile, JSON.stringify(configuration));
  const registry = startOwnedProcess("docker-registry", ["serve", configurationFile], { logFile });
  let ended = false;
  void registry.exited.then(() => {
    ended = true;
  });
  await until("the private registry answers", async () => ended || (await answers(port)), 30);
  if (!ended) return registry;
  const said = registry.output();
  if (said.includes("address already in use")) return undefined;
  throw new Error(`The private registry ended at once:\n${said.split("\n").slice(-10).join("\n")}`);
}

/** The registry knows bcrypt only, which is htpasswd's -B. */
async function passwordFile(folder: string, { user, password }: RegistryLogin): Promise<object> {
  const path = join(folder, "htpasswd");
  // By standard input: a command line can be read by everyone on the machine.
  writeFileSync(path, await runCommand("htpasswd", ["-nBi", user], { input: password }), { mode: 0o600 });
  return { htpasswd: { realm: "Drydock's private registry", path } };
}

function basic({ user, password }: RegistryLogin): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/v2/`).then(
    () => true,
    () => false,
  );
}
