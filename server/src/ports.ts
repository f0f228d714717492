import type { BuiltStepsInformation, ImageDetailsInformation, LocalImageInformation } from "./protocol";
import type { RunShellCheck } from "./shellcheckProgram";

/** The world outside the documents, as the server reaches it: from disk in Node, through the client in a browser, not at all in a test. */
export interface Ports {
  readonly files: FilesPort | undefined;
  /** URIs of hadolint's configuration in the user's own folders, in the order they are looked for. */
  readonly userConfigFiles?: readonly string[];
  /** Undefined where no program can be run. */
  readonly shellcheck?: RunShellCheck;
  /** Undefined where nobody answers for an engine. */
  readonly localImages: (() => Promise<readonly LocalImageInformation[]>) | undefined;
  /** The tags of a repository from its registry, newest first; asked only where the person has switched it on. */
  readonly registryTags?: (repository: {
    readonly domain: string | undefined;
    readonly path: string;
  }) => Promise<readonly string[]>;
  /** The steps of the image that a Dockerfile was built to last. Left out where nobody answers for an engine. */
  readonly builtSteps?: ((uri: string) => Promise<BuiltStepsInformation | undefined>) | undefined;
  /** What an inspection of a local image tells. Left out where nobody answers for an engine. */
  readonly imageDetails?: ((reference: string) => Promise<ImageDetailsInformation | undefined>) | undefined;
}

export interface FilesPort {
  /** Undefined where there is no such file, or it can't be read. */
  readText(uri: string): Promise<string | undefined>;
  /**
   * Relative paths below a folder, folders with a slash at the end, at most `limit` of them, level by level. Folders
   * called `.git` and `node_modules` are named but not entered.
   */
  list(uri: string, limit: number): Promise<readonly string[]>;
  /** Bytes of files below a folder, in the order of their relative paths; undefined for those that are none. Left out where nobody can tell. */
  sizes?(uri: string, paths: readonly string[]): Promise<readonly (number | undefined)[]>;
}
