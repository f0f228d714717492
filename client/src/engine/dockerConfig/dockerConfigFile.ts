import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { EngineError } from "../engineError";
import { hasCode } from "./fileError";
import { writeFileAtomically } from "./writeFileAtomically";

/** The docker CLI's `config.json`. Only the keys that we read are named; all others are kept as they are. */
export interface DockerConfig {
  readonly currentContext?: string;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>> | null;
  readonly auths?: Readonly<Record<string, StoredLogin>> | null;
  readonly [key: string]: unknown;
}

/** A login as the plain file holds it: `auth` is base64 of `user:password`, and no more than that. */
export interface StoredLogin {
  readonly auth?: string;
  readonly identitytoken?: string;
  readonly [key: string]: unknown;
}

/** Reads the config file; one that is not there is an empty one. Throws an EngineError for one that does not parse. */
export async function readDockerConfig(folder: string): Promise<DockerConfig> {
  const file = configFile(folder);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return "{}";
    throw new EngineError("settings-invalid", `${file} cannot be read: ${String(error)}`, { cause: error });
  });
  return parseConfig(text.trim() === "" ? "{}" : text, file);
}

/**
 * Changes the config file and nothing else in it. It is replaced as a whole, so nobody ever sees half of it; a
 * symbolic link stays one, and the file stays as private as it was: 0600 for a new one, as it may hold logins.
 */
export async function changeDockerConfig(
  folder: string,
  change: (config: DockerConfig) => DockerConfig,
): Promise<void> {
  const config = change(await readDockerConfig(folder));
  const file = await realpath(configFile(folder)).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return configFile(folder);
    throw error;
  });
  // Tabs and no newline at the end: as the CLI leaves it, so that taking turns with it changes no other line.
  await writeFileAtomically(file, JSON.stringify(config, undefined, "\t"), { newFileMode: 0o600 });
}

function configFile(folder: string): string {
  return join(folder, "config.json");
}

/** What is wrong is not quoted, as it may be a login. */
function parseConfig(text: string, file: string): DockerConfig {
  const config = parsed(text.replace(/^\uFEFF/, ""));
  if (typeof config === "object" && config !== null && !Array.isArray(config) && hasOurTypes(config))
    return config;
  throw new EngineError(
    "settings-invalid",
    `${file} is not what docker writes there. Mend it, or move it away and log in again.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasOurTypes(config: object): config is DockerConfig {
  const { currentContext, credsStore, credHelpers, auths } = config as Readonly<Record<string, unknown>>;
  return (
    [currentContext, credsStore].every((value) => value === undefined || typeof value === "string") &&
    [credHelpers, auths].every((value) => value === undefined || typeof value === "object")
  );
}
