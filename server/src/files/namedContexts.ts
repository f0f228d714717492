import { parse } from "yaml";
import type { FilesPort } from "../ports";

/** Files that tell how a Dockerfile is built, as Compose and Bake look for them. */
export const buildFileNames: readonly string[] = [
  ...["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"],
  ...["compose.override.yaml", "compose.override.yml", "docker-compose.override.yaml"],
  ...["docker-compose.override.yml", "docker-bake.json", "docker-bake.hcl"],
];

/** A folder in which build files may lie. */
export interface BuildFolder {
  /** Without a slash at the end. */
  readonly uri: string;
  /** Undefined where nobody has listed it: then each name has to be tried. */
  readonly paths?: ReadonlySet<string> | undefined;
}

/** The named build contexts that the build files of these folders give, each once. */
export async function namedContextsOf(
  files: FilesPort | undefined,
  folders: readonly BuildFolder[],
): Promise<readonly string[]> {
  if (!files) return [];
  const found = await Promise.all(
    folders.flatMap(({ uri, paths }) =>
      buildFileNames
        .filter((name) => paths?.has(name) ?? true)
        .map(async (name) => namedContextsIn(name, (await files.readText(`${uri}/${name}`)) ?? "")),
    ),
  );
  return [...new Set(found.flat())];
}

/** Never throws: a file that somebody is just writing gives none. */
export function namedContextsIn(name: string, text: string): readonly string[] {
  if (!/contexts/.test(text)) return [];
  if (name.endsWith(".hcl")) return contextsOfHcl(text);
  try {
    // Bake's JSON is YAML as well.
    const read: unknown = parse(text, { logLevel: "silent", maxAliasCount: 100 });
    if (name.endsWith(".json"))
      return valuesOf(read, "target").flatMap((target) => keysOf(target, "contexts"));
    return valuesOf(read, "services").flatMap((service) =>
      keysOf(member(service, "build"), "additional_contexts"),
    );
  } catch {
    return [];
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function valuesOf(value: unknown, key: string): unknown[] {
  const found = member(value, key);
  return typeof found === "object" && found !== null ? Object.values(found) : [];
}

/** A mapping, or a list of `name=place`. */
function keysOf(value: unknown, key: string): string[] {
  const found = member(value, key);
  if (Array.isArray(found))
    return found.flatMap((entry) => (typeof entry === "string" ? (entry.split("=", 1)[0] ?? []) : []));
  return typeof found === "object" && found !== null ? Object.keys(found) : [];
}

/** `contexts = { name = "place" }`. A value in braces within would be no place. */
function contextsOfHcl(text: string): string[] {
  return Array.from(text.matchAll(/^\s*contexts\s*=\s*\{([^}]*)\}/gm)).flatMap(([, body = ""]) =>
    Array.from(body.matchAll(/(?:^|[\s,{])"?([\w./:-]+)"?\s*[=:]\s*"/g)).map(([, name = ""]) => name),
  );
}
