import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { changeDockerConfig, readDockerConfig } from "../dockerConfig/dockerConfigFile";
import { hasCode } from "../dockerConfig/fileError";
import { writeFileAtomically } from "../dockerConfig/writeFileAtomically";
import type { Endpoint, TlsFiles } from "../endpoint";
import { EngineError } from "../engineError";
import { contextFolders } from "./contextStore";
import { parseEndpoint } from "./parseEndpoint";
import { readTlsFiles } from "./readTlsFiles";

/** A Docker context other than `default`, as `docker context ls` lists it. */
export interface DockerContext {
  readonly name: string;
  readonly description: string;
  /** As written, for example `ssh://me@box`. */
  readonly host: string;
  readonly skipTlsVerify: boolean;
}

/** What `docker context create` takes. */
export interface NewDockerContext {
  readonly name: string;
  readonly description?: string;
  readonly host: string;
  readonly tls?: TlsFiles;
}

/** All Docker contexts but `default`, by name; those whose files do not parse are left out. */
export async function listContexts(configFolder: string): Promise<DockerContext[]> {
  const folder = join(configFolder, "contexts", "meta");
  const ids = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return [];
    throw new EngineError("settings-invalid", `${folder} cannot be read: ${String(error)}`, { cause: error });
  });
  const contexts = await Promise.all(ids.map((id) => readMeta(join(folder, id, "meta.json"))));
  return contexts.filter((context) => context !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Throws an EngineError of kind "context-not-found" where there is no such Docker context. */
export async function readContext(configFolder: string, name: string): Promise<DockerContext> {
  const context = await readMeta(join(contextFolders(configFolder, name).meta, "meta.json"));
  if (context) return context;
  throw new EngineError("context-not-found", `there is none named "${name}" in ${configFolder}.`);
}

/** Where a Docker context's engine listens, with its certificates. */
export async function contextEndpoint(
  configFolder: string,
  { name, host, skipTlsVerify }: DockerContext,
): Promise<Endpoint> {
  const files = await readTlsFiles(join(contextFolders(configFolder, name).tls, "docker"));
  const hasTls = skipTlsVerify || files.ca !== undefined || files.certificate !== undefined;
  return parseEndpoint(host, hasTls ? { ...files, verify: !skipTlsVerify } : undefined);
}

/** The Docker context that the CLI uses when nothing else is said. */
export async function currentContext(configFolder: string): Promise<string> {
  return (await readDockerConfig(configFolder)).currentContext || "default";
}

/** `docker context use`: for this person's docker CLI too, everywhere. */
export async function useContext(configFolder: string, name: string): Promise<void> {
  if (name !== "default") await readContext(configFolder, name);
  await changeDockerConfig(configFolder, ({ currentContext: _, ...config }) =>
    name === "default" ? config : { ...config, currentContext: name },
  );
}

/** Writes a new Docker context, its certificates first, so that it is never seen without them. */
export async function createContext(configFolder: string, context: NewDockerContext): Promise<void> {
  const problem = contextNameProblem(context.name);
  if (problem !== undefined) throw new EngineError("invalid-request", problem);
  parseEndpoint(context.host, context.tls);
  const { meta, tls } = contextFolders(configFolder, context.name);
  if (await readMeta(join(meta, "meta.json"))) {
    throw new EngineError("conflict", `There is a Docker context "${context.name}" already.`);
  }
  const { ca, certificate, key } = context.tls ?? {};
  for (const [name, text] of Object.entries({ "ca.pem": ca, "cert.pem": certificate, "key.pem": key })) {
    if (text !== undefined)
      await writeFileAtomically(join(tls, "docker", name), text, { newFileMode: 0o600 });
  }
  const record = {
    Name: context.name,
    Metadata: context.description ? { Description: context.description } : {},
    Endpoints: { docker: { Host: context.host, SkipTLSVerify: context.tls?.verify === false } },
  };
  await writeFileAtomically(join(meta, "meta.json"), JSON.stringify(record), { newFileMode: 0o644 });
}

/** `docker context rm`; one that is in use is a "conflict". */
export async function removeContext(configFolder: string, name: string): Promise<void> {
  await readContext(configFolder, name);
  if ((await currentContext(configFolder)) === name) {
    throw new EngineError("conflict", `The Docker context "${name}" is in use. Use another one first.`);
  }
  const { meta, tls } = contextFolders(configFolder, name);
  await rm(meta, { recursive: true, force: true });
  await rm(tls, { recursive: true, force: true });
}

/** Why the CLI would refuse a name for a new Docker context, or `undefined`. */
export function contextNameProblem(name: string): string | undefined {
  if (name === "default") return 'The name "default" is taken by docker itself.';
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) return undefined;
  return "A Docker context's name has two characters or more: letters, digits, and after the first one also _ . + and -.";
}

async function readMeta(file: string): Promise<DockerContext | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw new EngineError("settings-invalid", `${file} cannot be read: ${String(error)}`, { cause: error });
  });
  return text === undefined ? undefined : contextOf(text);
}

/** The CLI's record, of which any part may be missing or of another type. */
interface MetaRecord {
  readonly Name?: unknown;
  readonly Metadata?: { readonly Description?: unknown } | null;
  readonly Endpoints?: {
    readonly docker?: { readonly Host?: unknown; readonly SkipTLSVerify?: unknown };
  } | null;
}

function contextOf(text: string): DockerContext | undefined {
  const record = parsed(text);
  const host = record?.Endpoints?.docker?.Host;
  if (typeof record?.Name !== "string" || typeof host !== "string") return undefined;
  const description = record.Metadata?.Description;
  return {
    name: record.Name,
    description: typeof description === "string" ? description : "",
    host,
    skipTlsVerify: record.Endpoints?.docker?.SkipTLSVerify === true,
  };
}

function parsed(text: string): MetaRecord | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
