import { type ConfigProblem, type HadolintConfig, readHadolintConfig } from "../lint/hadolintConfig";
import type { FilesPort } from "../ports";
import { hadolintConfigNames } from "./hadolintConfigNames";

/** The hadolint configuration in force for each file, read from where hadolint looks, and kept until `forget`. */
export interface HadolintConfigFiles {
  /** Undefined where there is none. */
  of(fileUri: string): Promise<FoundConfig | undefined>;
  /** Something of the files may have changed. */
  forget(): void;
}

export interface FoundConfig {
  readonly uri: string;
  readonly text: string;
  readonly config: HadolintConfig;
}

export interface HadolintConfigOptions {
  readonly files: FilesPort | undefined;
  /** Where to look after the file's own folder and those above it, in this order. */
  readonly userConfigFiles: readonly string[];
  /** Told once of each file that has faults. */
  readonly onProblems: (uri: string, problems: readonly ConfigProblem[]) => void;
}

/** The first file found is used alone, as in hadolint. */
export function createHadolintConfigFiles(options: HadolintConfigOptions): HadolintConfigFiles {
  const { files, userConfigFiles, onProblems } = options;
  /** Undefined where neither the folder nor one above it has a file. */
  let perFolder = new Map<string, Promise<FoundConfig | undefined>>();
  let users: Promise<FoundConfig | undefined> | undefined;

  async function read(uri: string): Promise<FoundConfig | undefined> {
    const text = await files?.readText(uri);
    if (text === undefined) return undefined;
    const { config, problems } = readHadolintConfig(text);
    if (problems.length > 0) onProblems(uri, problems);
    return { uri, text, config };
  }

  function ofFolder(folder: string): Promise<FoundConfig | undefined> {
    const known = perFolder.get(folder);
    if (known) return known;
    const found = search(folder);
    perFolder.set(folder, found);
    return found;
  }

  async function search(folder: string): Promise<FoundConfig | undefined> {
    for (const name of hadolintConfigNames) {
      const found = await read(`${folder}/${name}`);
      if (found) return found;
    }
    const above = folderAbove(folder);
    return above === undefined ? undefined : ofFolder(above);
  }

  async function ofUser(): Promise<FoundConfig | undefined> {
    for (const uri of userConfigFiles) {
      const found = await read(uri);
      if (found) return found;
    }
    return undefined;
  }

  return {
    async of(fileUri) {
      const folder = files && folderAbove(fileUri);
      if (folder === undefined) return undefined;
      const found = await ofFolder(folder);
      if (found) return found;
      users ??= ofUser();
      return users;
    },
    forget() {
      perFolder = new Map();
      users = undefined;
    },
  };
}

/** Undefined above the root, and for documents that lie in no folder (`untitled:Untitled-1`). */
function folderAbove(uri: string): string | undefined {
  const scheme = uri.indexOf("://");
  const hasPath = scheme >= 0 && uri.includes("/", scheme + 3);
  return hasPath ? uri.slice(0, uri.lastIndexOf("/")) : undefined;
}
