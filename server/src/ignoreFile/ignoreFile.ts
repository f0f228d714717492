import type { Range } from "vscode-languageserver-types";
import { type IgnorePattern, ignorePattern } from "./ignorePattern";

/** The text of a `.dockerignore`. Any text gives one. */
export interface IgnoreFile {
  readonly lines: readonly string[];
  /** In order; the last that matches a path decides. */
  readonly patterns: readonly PlacedPattern[];
  readonly comments: readonly Range[];
}

export interface PlacedPattern extends IgnorePattern {
  /** The whole pattern with its exclamation mark. */
  readonly range: Range;
}

export function readIgnoreFile(text: string): IgnoreFile {
  const patterns: PlacedPattern[] = [];
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
    else patterns.push({ ...ignorePattern(trimmed), range });
  }
  return { lines, patterns, comments };
}

/** Whether the builder leaves a path out. With slashes, none at either end. */
export function isIgnored(
  { patterns }: { readonly patterns: readonly IgnorePattern[] },
  path: string,
): boolean {
  const last = patterns.findLast((pattern) => pattern.matches(path));
  return last !== undefined && !last.isException;
}
