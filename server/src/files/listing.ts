import { unlistedFolders } from "./unlistedFolders";

/** The most paths that are listed of one build context: of a larger one, the deepest folders stay unknown. */
export const MOST_PATHS = 20_000;

/** Paths below a folder, as far as they are known. */
export interface Listing {
  readonly paths: ReadonlySet<string>;
  /** Folders of whose content nothing is known. */
  readonly unlisted: ReadonlySet<string>;
}

/** `list`: level by level, folders with a slash at the end. Where the limit cut it off, folders that nothing is listed of may hold anything. */
export function listingOf(list: readonly string[]): Listing {
  const paths = new Set(list);
  const folders = list.filter((path) => path.endsWith("/"));
  const isPassedOver = (path: string) => unlistedFolders.has(path.split("/").at(-2) ?? "");
  if (list.length < MOST_PATHS) return { paths, unlisted: new Set(folders.filter(isPassedOver)) };
  const entered = new Set(list.map(folderOf));
  const unlisted = folders.filter((path) => isPassedOver(path) || !entered.has(path));
  return { paths, unlisted: new Set([...unlisted, folderOf(list.at(-1) ?? "")]) };
}

/** With a slash at the end; empty at the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
}
