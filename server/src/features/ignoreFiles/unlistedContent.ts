import type { BuildContextFiles } from "../../lint/outside";
import type { FilesPort } from "../../ports";
import { encodedPath } from "../encodedPath";

/** What lies in folders that no listing enters. */
export interface UnlistedContent {
  readonly files: number;
  readonly bytes: number;
}

/** Beyond so many files a number says no more than "very many", and counting takes too long. */
const MOST_FILES = 50_000;

/**
 * Counts what lies in folders such as `node_modules`, which are left out of listings because they are so large: once for
 * each state of the build context. Undefined where nobody can tell, or where there is too much.
 */
export async function unlistedContent(
  folders: readonly string[],
  buildContext: BuildContextFiles,
  port: FilesPort | undefined,
): Promise<UnlistedContent | undefined> {
  const known = kept.get(buildContext) ?? new Map<string, Promise<UnlistedContent | undefined>>();
  kept.set(buildContext, known);
  const parts = folders.map((folder) => {
    const found = known.get(folder) ?? count(folder, buildContext, port);
    known.set(folder, found);
    return found;
  });
  let sum: UnlistedContent = { files: 0, bytes: 0 };
  for (const part of await Promise.all(parts)) {
    if (part === undefined) return undefined;
    sum = { files: sum.files + part.files, bytes: sum.bytes + part.bytes };
  }
  return sum;
}

/** Falls away with the listing that it belongs to. */
const kept = new WeakMap<BuildContextFiles, Map<string, Promise<UnlistedContent | undefined>>>();

async function count(
  top: string,
  { folder: root }: BuildContextFiles,
  port: FilesPort | undefined,
): Promise<UnlistedContent | undefined> {
  if (root === undefined || !port?.sizes) return undefined;
  let files = 0;
  let bytes = 0;
  // Such a folder may hold others of its kind, which are not entered either.
  const waiting = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const uri = `${root}/${encodedPath(next.replace(/\/$/, ""))}`;
    const paths = await port.list(uri, MOST_FILES);
    const own = paths.filter((path) => !path.endsWith("/"));
    files += own.length;
    if (files >= MOST_FILES) return undefined;
    for (const size of await port.sizes(uri, own)) bytes += size ?? 0;
    waiting.push(...emptyFolders(paths).map((path) => `${next}${path}`));
  }
  return { files, bytes };
}

/** Folders of which nothing is listed: they were passed over, or hold nothing. */
function emptyFolders(paths: readonly string[]): string[] {
  const entered = new Set(paths.map((path) => path.slice(0, path.lastIndexOf("/", path.length - 2) + 1)));
  return paths.filter((path) => /(?:^|\/)(?:node_modules|\.git)\/$/.test(path) && !entered.has(path));
}
