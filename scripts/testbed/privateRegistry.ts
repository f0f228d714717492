import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
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

/** The PEM files of a registry that speaks TLS. */
export interface RegistryTls {
  readonly certificate: string;
  readonly key: string;
}

/** A registry of our own on 127.0.0.1, where every engine accepts plain HTTP, or on another address of this machine. */
export interface PrivateRegistry {
  readonly folder: string;
  readonly port: number;
  /** What a reference to its images begins with: `127.0.0.1:PORT`, where it has no other address. */
  readonly domain: string;
  readonly login: RegistryLogin | undefined;
  /** The tags that it holds for a repository, asked with its own login. */
  tags(repository: string): Promise<string[]>;
  log(): string;
  stop(): Promise<void>;
}

export interface PrivateRegistryOptions {
  readonly tls?: RegistryTls;
  /** Another address of this machine, where engines do not trust it as they do on the loopback. */
  readonly address?: string;
}

/** With a login it refuses everyone else; without one it is open. */
export async function startPrivateRegistry(
  login?: RegistryLogin,
  { tls, address = "127.0.0.1" }: PrivateRegistryOptions = {},
): Promise<PrivateRegistry> {
  await ensurePrograms(registryPrograms);
  const folder = mkdtempSync(join(tmpdir(), "drydock-registry-"));
  const forget = atExit(() => rmSync(folder, { recursive: true, force: true }));
  const logFile = join(folder, "log");
  const authentication = login === undefined ? {} : { auth: await passwordFile(folder, login) };
  // Whom we ask is our own, so its certificate needs no proof.
  const ask = tls === undefined ? askPlain : askTls;
  let port = 0;
  let running: OwnedProcess | undefined;

  // Between our finding a free port and the registry's taking it somebody else may come.
  for (let attempt = 0; running === undefined && attempt < 5; attempt++) {
    port = await freePort();
    running = await startOn({ address, port, folder, logFile, authentication, tls }, () =>
      ask(`${address}:${port}`, "/v2/").then(
        () => true,
        () => false,
      ),
    );
  }
  const registry = running;
  if (registry === undefined)
    throw new Error("The private registry did not start; five ports were taken under its feet.");

  const domain = `${address}:${port}`;
  return {
    folder,
    port,
    domain,
    login,
    log: () => registry.output(),
    async tags(repository) {
      const headers: Record<string, string> = login === undefined ? {} : { authorization: basic(login) };
      const answer = await ask(domain, `/v2/${repository}/tags/list`, headers);
      if (answer.status === 404) return [];
      const { tags } = JSON.parse(answer.body) as { tags?: string[] | null };
      return tags ?? [];
    },
    async stop() {
      await registry.stop();
      forget();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface RegistrySettings {
  readonly address: string;
  readonly port: number;
  readonly folder: string;
  readonly logFile: string;
  readonly authentication: object;
  readonly tls: RegistryTls | undefined;
}

/** A registry that answers on this port; undefined when it could not have the port. */
async function startOn(
  { address, port, folder, logFile, authentication, tls }: RegistrySettings,
  answers: () => Promise<boolean>,
): Promise<OwnedProcess | undefined> {
  const configuration = {
    version: "0.1",
    log: { level: "info" },
    storage: { filesystem: { rootdirectory: join(folder, "data") }, delete: { enabled: true } },
    http: {
      addr: `${address}:${port}`,
      secret: randomBytes(16).toString("hex"),
      ...(tls && { tls: { certificate: tls.certificate, key: tls.key } }),
    },
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
  await until("the private registry answers", async () => ended || (await answers()), 30);
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

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function askPlain(domain: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`http://${domain}${path}`, { headers });
  return { status: answer.status, body: await answer.text() };
}

function askTls(domain: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`https://${domain}${path}`, { headers, rejectUnauthorized: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    }).once("error", reject);
  });
}
