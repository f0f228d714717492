import { type Stats, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { isDockerfileName } from "../files/dockerfileNames";
import { reasonOf } from "./reasonOf";
import { UsageError } from "./usageError";

/** Standard input, among the files to lint. */
export const standardInput = "-";

/**
 * Absolute paths of the files that the targets name, each once, in the order of the targets; `-` stays as it is. A file
 * is taken whatever it is called; in folders, Dockerfiles are taken by their names. Those that git ignores are left out
 * unless they are named themselves. Throws a UsageError for a target that leads to nothing.
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
  if (target === "") throw new UsageError("One of the targets is empty: name a file or a folder.");
  const path = resolve(directory, target);
  const facts = factsOf(path, target);
  if (facts?.isDirectory()) return dockerfilesBelow(path);
  if (facts) return [path];
  if (!/[*?[\]{}]/.test(target)) throw new UsageError(`${target}: there is no such file or folder.`);
  const matches = await filesLike(target, directory);
  if (matches.length === 0) throw new UsageError(`${target}: no file matches.`);
  return matches;
}

/** Undefined where there is nothing. */
function factsOf(path: string, target: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A part of the path is a file.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw new UsageError(`${target}: can't be read: ${reasonOf(error)}`);
  }
}

async function dockerfilesBelow(folder: string): Promise<string[]> {
  const { filesBelow } = await import("./filesBelow");
  return filesBelow(folder, isDockerfilePath);
}

/** A folder that matches stands for the Dockerfiles in it, as it would if the shell had put its name here. */
async function filesLike(glob: string, directory: string): Promise<string[]> {
  const [{ filesBelow }, { globMatcher }] = await Promise.all([
    import("./filesBelow"),
    import("../files/globMatcher"),
  ]);
  const parts = (sep === "\\" ? glob.replaceAll("\\", "/") : glob).split("/");
  const plain = parts.findIndex((part) => /[*?[\]{}]/.test(part));
  const base = resolve(directory, parts.slice(0, plain).join("/") || (isAbsolute(glob) ? "/" : "."));
  const isLike = globMatcher(`./${parts.slice(plain).join("/").replace(/\/$/, "")}`);
  // As in a shell, a hidden file must be asked for by its dot.
  const takesHidden = parts.at(-1)?.startsWith(".") === true;
  return filesBelow(base, (path) => {
    const names = relative(base, path).split(sep);
    if (isLike(names.join("/"))) return takesHidden || names.at(-1)?.startsWith(".") === false;
    return isDockerfilePath(path) && names.some((_, index) => isLike(names.slice(0, index).join("/")));
  });
}

function isDockerfilePath(path: string): boolean {
  return isDockerfileName(path.replaceAll("\\", "/"));
}

/** As a person would write it: relative to the working directory where it lies below it. */
export function shownPath(path: string, directory: string): string {
  if (path === standardInput) return path;
  const name = relative(directory, path);
  return name === "" || name.startsWith("..") || isAbsolute(name) ? path : name;
}
