import type { Range } from "vscode-languageserver-types";
import { compileGlob } from "./pathGlob";

/** The text of a `.dockerignore`. Any text gives one. See https://docs.docker.com/build/concepts/context/#syntax */
export interface IgnoreFile {
  readonly lines: readonly string[];
  /** In order; the last that matches a path decides. */
  readonly patterns: readonly IgnorePattern[];
  readonly comments: readonly Range[];
}

export interface IgnorePattern {
  /** As written, without the exclamation mark and the blanks around. */
  readonly text: string;
  /** `!`: brings back what an earlier pattern took away. */
  readonly isException: boolean;
  /** The whole pattern with its exclamation mark. */
  readonly range: Range;
  /** Why the builder refuses it; undefined for most. */
  readonly problem: string | undefined;
  /** Whether it matches a path or one of the folders that the path lies in. No slash at either end. */
  matches(path: string): boolean;
}

export function readIgnoreFile(text: string): IgnoreFile {
  const patterns: IgnorePattern[] = [];
  const comments: Range[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [line, whole] of lines.entries()) {
    // JavaScript counts a byte order mark among the blanks, as suits us here.
    const trimmed = whole.trim();
    if (trimmed === "") continue;
    const start = whole.length - whole.trimStart().length;
    const range = {
      start: { line, character: start },
      end: { line, character: start + trimmed.length },
    };
    // After a blank, a number sign belongs to the pattern.
    if (/^\uFEFF?#/.test(whole)) comments.push(range);
    else patterns.push(patternOf(trimmed, range));
  }
  return { lines, patterns, comments };
}

/** Whether the builder leaves a path out. With slashes, none at either end. */
export function isIgnored({ patterns }: IgnoreFile, path: string): boolean {
  const last = patterns.findLast((pattern) => pattern.matches(path));
  return last !== undefined && !last.isException;
}

function patternOf(trimmed: string, range: Range): IgnorePattern {
  const isException = trimmed.startsWith("!");
  const text = isException ? trimmed.slice(1).trim() : trimmed;
  const path = cleanPath(text);
  if (text === "")
    return { text, isException, range, problem: "A pattern must follow the `!`.", matches: () => false };
  if (!/[*?[\\]/.test(path)) {
    const below = `${path}/`;
    const matches = (candidate: string) => candidate === path || candidate.startsWith(below);
    return { text, isException, range, problem: undefined, matches };
  }
  const glob = compileGlob(path);
  if (typeof glob === "string") return { text, isException, range, problem: glob, matches: () => false };
  return { text, isException, range, problem: undefined, matches: glob };
}

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
