import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isDockerfileName } from "../files/dockerfileNames";
import type { Gitignore } from "../files/gitignore";
import { unlistedFolders } from "../files/unlistedFolders";
import { UsageError } from "./usageError";

/** Standard input, among the files to lint. */
export const standardInput = "-";

/**
 * Absolute paths of the files that the targets name, each once, in the order of the targets; `-` stays as it is. A file
 * is taken whatever it is called; in folders, Dockerfiles are taken by their names, those that git ignores left out.
 * Throws a UsageError for a target that leads to nothing.
 */
export async function findFiles(targets: readonly string[], directory: string): Promise<string[]> {
  const found = new Set<string>();
  for (const target of targets.length > 0 ? targets : ["."]) {
    for (const path of await filesOf(target, directory)) found.add(path);
  }
  return [...found];
}

async function filesOf(target: string, directory: string): Promise<readonly string[]> {
  if (target === standardInput) return [standardInput];
  const path = resolve(directory, target);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts?.isDirectory()) return dockerfilesBelow(path);
  if (facts) return [path];
  if (!/[*?[\]{}!]/.test(target)) throw new UsageError(`${target}: there is no such file or folder.`);
  const { glob } = await import("tinyglobby");
  const matches = await glob([target.replaceAll("\\", "/")], { cwd: directory, absolute: true, dot: true });
  if (matches.length === 0) throw new UsageError(`${target}: no file matches.`);
  return matches.sort().map((match) => resolve(match));
}

async function dockerfilesBelow(folder: string): Promise<string[]> {
  const { createGitignore } = await import("../files/gitignore");
  const root = repositoryOf(folder);
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
      } else if (isDockerfileName(entry.name) && isFile(path, entry) && !gitignore.ignores(name))
        found.push(path);
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
  // Links to files are followed, links to folders are not: they may lead round in a circle.
  return (
    entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true)
  );
}

/** The folder that holds `.git`, or the folder itself outside of any repository. */
function repositoryOf(folder: string): string {
  for (let place = folder; ; place = dirname(place)) {
    if (existsSync(join(place, ".git"))) return place;
    if (dirname(place) === place) return folder;
  }
}

/** From the outermost to the one above `folder`. */
function foldersBetween(root: string, folder: string): string[] {
  const parts = relative(root, folder).split(sep).filter(Boolean);
  return parts.map((_, index) => join(root, ...parts.slice(0, index)));
}

function readIgnoreFile(gitignore: Gitignore, root: string, folder: string): void {
  const file = join(folder, ".gitignore");
  if (!existsSync(file)) return;
  const name = relative(root, folder).split(sep).join("/");
  gitignore.add(name === "" ? "" : `${name}/`, readFileSync(file, "utf8"));
}

/** As a person would write it: relative to the working directory where it lies below it. */
export function shownPath(path: string, directory: string): string {
  if (path === standardInput) return path;
  const name = relative(directory, path);
  return name === "" || name.startsWith("..") || isAbsolute(name) ? path : name;
}
