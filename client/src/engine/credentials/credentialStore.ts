import { join } from "node:path";
import type { RegistryCredential } from "../build";
import { changeDockerConfig, type DockerConfig, readDockerConfig } from "../dockerConfig/dockerConfigFile";
import { dockerConfigFolder } from "../dockerConfig/dockerConfigFolder";
import { dockerHubServer } from "../reference";
import { credentialHelper } from "./credentialHelper";
import { platformHelper } from "./platformHelper";
import { decodeLogin, encodeLogin } from "./storedLogin";

/** Docker's own logins, shared with its command line. Nothing is kept anywhere else, but for what is not to be kept. */
export interface CredentialStore {
  /** `undefined` where there is no login. */
  credentialFor(server: string): Promise<RegistryCredential | undefined>;
  /** Where `logIn` would write, for the person to know before. */
  storageFor(server: string): Promise<CredentialStorage>;
  /** Stores a login that has been checked. */
  logIn(credential: RegistryCredential): Promise<void>;
  /** Knows a login for as long as this store lives, and writes it nowhere. */
  remember(credential: RegistryCredential): void;
  logOut(server: string): Promise<void>;
  /** The servers with a login, as docker's config file names them. */
  servers(): Promise<readonly string[]>;
}

export type CredentialStorage =
  | { readonly kind: "helper"; readonly name: string }
  /** base64 in docker's config file, which hides nothing. */
  | { readonly kind: "file"; readonly path: string };

export interface CredentialStoreOptions {
  readonly configFolder?: string;
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
  /** How long a helper may take; some ask the person to unlock a key chain. */
  readonly helperPatienceMs?: number;
}

/** The logins of a docker config folder. Every method rejects with an EngineError, and never with a secret in it. */
export function createCredentialStore({
  environment = process.env,
  configFolder = dockerConfigFolder(environment),
  helperPatienceMs = 120_000,
}: CredentialStoreOptions = {}): CredentialStore {
  const helper = (name: string) => credentialHelper(name, environment, helperPatienceMs);
  const remembered = new Map<string, RegistryCredential>();

  /** The helper for a server: its own, else the one for all, else the system's where docker was never logged in. */
  async function helperFor(server: string, config: DockerConfig): Promise<string | undefined> {
    const own = config.credHelpers?.[server];
    if (own !== undefined) return own || undefined;
    if (config.credsStore) return config.credsStore;
    return hasNoLogins(config) ? platformHelper(environment) : undefined;
  }

  return {
    async credentialFor(address) {
      const server = canonicalServer(address);
      const known = remembered.get(server);
      if (known) return known;
      const config = await readDockerConfig(configFolder);
      const name = await helperFor(server, config);
      if (name === undefined) return decodeLogin(server, loginIn(config, server));
      const login = await helper(name).get(server);
      if (!login) return undefined;
      if (login.user === tokenUser) return { server, identityToken: login.secret };
      return { server, user: login.user, password: login.secret };
    },

    async storageFor(address) {
      const name = await helperFor(canonicalServer(address), await readDockerConfig(configFolder));
      return name === undefined
        ? { kind: "file", path: join(configFolder, "config.json") }
        : { kind: "helper", name };
    },

    remember(credential) {
      const server = canonicalServer(credential.server);
      remembered.set(server, { ...credential, server });
    },

    async logIn(credential) {
      const server = canonicalServer(credential.server);
      remembered.delete(server);
      const config = await readDockerConfig(configFolder);
      const name = await helperFor(server, config);
      if (name === undefined) {
        await changeLogins((auths) => ({
          ...auths,
          [server]: encodeLogin(credential),
        }));
        return;
      }
      const { user = "", password = "", identityToken } = credential;
      await helper(name).store(
        server,
        identityToken ? { user: tokenUser, secret: identityToken } : { user, secret: password },
      );
      // The empty entry is the CLI's sign that there is a login to be asked of the helper.
      await changeLogins((auths) => ({ ...auths, [server]: {} }), name);
    },

    async logOut(address) {
      const server = canonicalServer(address);
      if (remembered.delete(server) && !(await this.credentialFor(server))) return;
      const name = await helperFor(server, await readDockerConfig(configFolder));
      if (name !== undefined) await helper(name).erase(server);
      await changeLogins((auths) =>
        Object.fromEntries(Object.entries(auths).filter(([key]) => canonicalServer(key) !== server)),
      );
    },

    async servers() {
      const config = await readDockerConfig(configFolder);
      const everywhere = config.credsStore ? await helper(config.credsStore).list() : [];
      const inFile = Object.entries(config.auths ?? {}).flatMap(([server, login]) =>
        decodeLogin(server, login) ? [canonicalServer(server)] : [],
      );
      const own = await Promise.all(
        Object.entries(config.credHelpers ?? {}).map(async ([server, name]) => {
          // One helper that fails, such as a cloud's without its session, must not hide the others' logins.
          const login =
            name &&
            (await helper(name)
              .get(server)
              .catch(() => undefined));
          return login ? [server] : [];
        }),
      );
      return [...new Set([...remembered.keys(), ...everywhere, ...inFile, ...own.flat()])].sort();
    },
  };

  async function changeLogins(
    change: (auths: NonNullable<DockerConfig["auths"]>) => NonNullable<DockerConfig["auths"]>,
    helperUsed?: string,
  ): Promise<void> {
    await changeDockerConfig(configFolder, (config) => {
      // The system's helper becomes the setting, as it does with the CLI, or the login would not be found again.
      const adopted = helperUsed !== undefined && hasNoLogins(config) ? { credsStore: helperUsed } : {};
      return { ...config, auths: change(config.auths ?? {}), ...adopted };
    });
  }
}

/** What a helper is told instead of a user when the secret is an identity token. */
const tokenUser = "<token>";

/** When the CLI looks for the system's own helper. */
function hasNoLogins({ credsStore, credHelpers, auths }: DockerConfig): boolean {
  return !credsStore && Object.keys(credHelpers ?? {}).length === 0 && Object.keys(auths ?? {}).length === 0;
}

function loginIn({ auths }: DockerConfig, server: string) {
  if (auths && Object.hasOwn(auths, server)) return auths[server];
  // Old files hold addresses where the CLI now writes hosts.
  return Object.entries(auths ?? {}).find(([key]) => canonicalServer(key) === server)?.[1];
}

/** The key that the CLI uses: a host with its port, but Docker Hub by the address of its first API. */
function canonicalServer(server: string): string {
  const host = server.replace(/^https?:\/\//i, "").replace(/\/.*$/s, "");
  return ["docker.io", "index.docker.io", "registry-1.docker.io"].includes(host) ? dockerHubServer : host;
}
