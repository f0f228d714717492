import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { createGitignore, type Gitignore } from "../files/gitignore";
import { unlistedFolders } from "../files/unlistedFolders";
import { repositoryOf } from "./repositoryOf";

/** The wanted ones among the files in a folder and all below it that git does not ignore, in the order of their names. */
export function filesBelow(folder: string, isWanted: (path: string) => boolean): string[] {
  const root = repositoryOf(folder) ?? folder;
  const gitignore = createGitignore();
  for (const above of foldersBetween(root, folder)) readIgnoreFile(gitignore, root, above);
  const found: string[] = [];
  const visit = (place: string): void => {
    readIgnoreFile(gitignore, root, place);
    for (const entry of entriesOf(place)) {
      const path = join(place, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (entry.isDirectory()) {
        if (!unlistedFolders.has(entry.name) && !gitignore.ignores(`${name}/`)) visit(path);
      } else if (isWanted(path) && isFile(path, entry) && !gitignore.ignores(name)) found.push(path);
    }
  };
  visit(folder);
  return found;
}

/** In the order of their names, so that two runs print the same. Nothing in a folder that may not be read. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // A folder without permission is as good as empty: whoever wants it linted will see that it is missing.
    return [];
  }
}

function isFile(path: string, entry: { isFile(): boolean; isSymbolicLink(): boolean }): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    // Links to files are followed, links to folders are not: they may lead round in a circle.
    return statSync(path).isFile();
  } catch {
    // A link that leads nowhere, or round in a circle.
    return false;
  }
}

/** From the outermost to the one above `folder`. */
function foldersBetween(root: string, folder: string): string[] {
  const parts = relative(root, folder).split(sep).filter(Boolean);
  return parts.map((_, index) => join(root, ...parts.slice(0, index)));
}

function readIgnoreFile(gitignore: Gitignore, root: string, folder: string): void {
  const file = join(folder, ".gitignore");
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  const name = relative(root, folder).split(sep).join("/");
  try {
    gitignore.add(name === "" ? "" : `${name}/`, readFileSync(file, "utf8"));
  } catch {
    // One that may not be read says nothing, to git neither.
  }
}
