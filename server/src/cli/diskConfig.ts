import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { hadolintConfigNames, userConfigPaths } from "../files/hadolintConfigNames";
import type { ConfigProblem, HadolintConfig } from "../lint/hadolintConfig";
import { UsageError } from "./usageError";

/** A configuration file of hadolint's kind, and what was wrong with it. */
export interface DiskConfig {
  readonly path: string;
  readonly config: HadolintConfig;
  /** What could not be read: sentences with the file and the line. */
  readonly troubles: readonly string[];
  /** What is merely odd, in the same form. */
  readonly notes: readonly string[];
}

/** Finds the configuration for files of a folder, each folder looked at once. */
export type ConfigFinder = (folder: string) => Promise<DiskConfig | undefined>;

/** `explicit`: the file that the person named, which then holds for all. Throws a UsageError where it is not there. */
export function configFinder(explicit: string | undefined, directory: string): ConfigFinder {
  if (explicit !== undefined) {
    const path = resolve(directory, explicit);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      throw new UsageError(`--config ${explicit}: there is no such file.`);
    const config = readConfig(path);
    return () => config;
  }
  const known = new Map<string, Promise<DiskConfig | undefined>>();
  const read = new Map<string, Promise<DiskConfig>>();
  return (folder) => {
    let found = known.get(folder);
    if (!found) {
      // A file outside of the working directory is judged by the directory's configuration where it has none of its
      // own: that is the only place where hadolint looks.
      const path = inOrAbove(folder) ?? inOrAbove(directory) ?? usersOwn();
      found = path === undefined ? Promise.resolve(undefined) : (read.get(path) ?? readConfig(path));
      if (path !== undefined) read.set(path, found as Promise<DiskConfig>);
      known.set(folder, found);
    }
    return found;
  };
}

/** The YAML parser is loaded only where there is something for it to parse: starting is most of what one file takes. */
async function readConfig(path: string): Promise<DiskConfig> {
  const { readHadolintConfig } = await import("../lint/hadolintConfig");
  const { config, problems } = readHadolintConfig(readFileSync(path, "utf8"));
  const told = (wanted: ConfigProblem["kind"]) =>
    problems
      .filter(({ kind }) => kind === wanted)
      .map(({ line, message }) => `${path}:${line + 1}: ${message}`);
  return { path, config, troubles: told("unreadable"), notes: told("unknown key") };
}

function inOrAbove(folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    const found = hadolintConfigNames.map((name) => join(place, name)).find((path) => existsSync(path));
    if (found !== undefined || dirname(place) === place) return found;
  }
}

function usersOwn(): string | undefined {
  const configHome = process.env["XDG_CONFIG_HOME"] ?? process.env["LOCALAPPDATA"];
  return userConfigPaths(homedir(), configHome).find((path) => existsSync(path));
}
