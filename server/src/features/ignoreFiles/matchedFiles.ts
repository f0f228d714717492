import type { IgnorePattern } from "../../ignoreFile/ignorePattern";
import type { BuildContextFiles } from "../../lint/outside";
import type { FilesPort } from "../../ports";

/** What a pattern matches of a build context. */
export interface MatchedFiles {
  readonly files: readonly string[];
  /** Folders that it matches, of which nothing is known: their files count for nothing here. */
  readonly unlisted: readonly string[];
}

/** Worked out once for each pattern and each state of the build context. */
export function matchedFiles(buildContext: BuildContextFiles, pattern: IgnorePattern): MatchedFiles {
  const perPattern = kept.get(buildContext) ?? new Map<string, MatchedFiles>();
  kept.set(buildContext, perPattern);
  const known = perPattern.get(pattern.text);
  if (known) return known;
  const matched = [...buildContext.paths].filter((path) => pattern.matches(path.replace(/\/$/, "")));
  const found = {
    files: matched.filter((path) => !path.endsWith("/")),
    unlisted: matched.filter((path) => buildContext.unlisted?.has(path)),
  };
  perPattern.set(pattern.text, found);
  return found;
}

const kept = new WeakMap<BuildContextFiles, Map<string, MatchedFiles>>();

/** Whether something that nobody listed could be meant: then nothing can be said of what a pattern does not match. */
export function mayMatchUnlisted({ text }: IgnorePattern, { unlisted }: BuildContextFiles): boolean {
  if (!unlisted || unlisted.size === 0) return false;
  const fixed = text.replace(/^\.?\//, "").split(/[*?[\\]/, 1)[0] ?? "";
  return [...unlisted].some(
    (folder) => fixed.startsWith(folder) || (folder.startsWith(fixed) && fixed !== text),
  );
}

/** Bytes of files together; undefined where nobody can tell. */
export async function bytesOf(
  paths: readonly string[],
  { folder }: BuildContextFiles,
  files: FilesPort | undefined,
): Promise<number | undefined> {
  if (folder === undefined || !files?.sizes) return undefined;
  const sizes = await files.sizes(folder, paths);
  return sizes.reduce((sum: number, size) => sum + (size ?? 0), 0);
}
