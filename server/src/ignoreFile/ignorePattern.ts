import { compileGlob } from "./pathGlob";

/** One pattern of an ignore file, as docker reads it. See https://docs.docker.com/build/concepts/context/#syntax */
export interface IgnorePattern {
  /** As written, without the exclamation mark and the blanks around. */
  readonly text: string;
  /** `!`: brings back what an earlier pattern took away. */
  readonly isException: boolean;
  /** Why the builder refuses it; undefined for most. */
  readonly problem: string | undefined;
  /** Whether it matches a path or one of the folders that the path lies in. With slashes, none at either end. */
  matches(path: string): boolean;
  /** Whether something below a folder could match. May say yes where nothing does. */
  mayMatchBelow(folder: string): boolean;
}

/** Any text gives a pattern. Written by hand because `@balena/dockerignore` takes `+`, `(` and `|` for an expression. */
export function ignorePattern(written: string): IgnorePattern {
  const trimmed = written.trim();
  const isException = trimmed.startsWith("!");
  const text = isException ? trimmed.slice(1).trim() : trimmed;
  const path = cleanPath(text);
  const read = text === "" ? "A pattern must follow the `!`." : matcherOf(path);
  if (typeof read === "string")
    return { text, isException, problem: read, matches: () => false, mayMatchBelow: () => false };
  return { text, isException, problem: undefined, matches: read, mayMatchBelow: reachOf(path) };
}

function matcherOf(path: string): ((path: string) => boolean) | string {
  if (wildcard.test(path)) return compileGlob(path);
  const below = `${path}/`;
  return (candidate) => candidate === path || candidate.startsWith(below);
}

/** The parts before the first wildcard have to be the folder's own, and the pattern has to go deeper than the folder. */
function reachOf(path: string): (folder: string) => boolean {
  const parts = path.split("/");
  const firstWild = parts.findIndex((part) => wildcard.test(part));
  const literal = firstWild < 0 ? parts : parts.slice(0, firstWild);
  const depth = path.includes("**") ? Number.POSITIVE_INFINITY : parts.length;
  return (folder) => {
    const folders = folder.split("/");
    return depth > folders.length && folders.every((name, i) => i >= literal.length || name === literal[i]);
  };
}

const wildcard = /[*?[\\]/;

/** As Go's `filepath.Clean`, with neither a slash in front nor one at the end. */
function cleanPath(text: string): string {
  const parts: string[] = [];
  for (const part of text.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !text.startsWith("/")) parts.push(part);
  }
  return parts.join("/");
}
