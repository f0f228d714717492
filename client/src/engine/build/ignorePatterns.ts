import { readIgnoreFile } from "../../../../server/src/ignoreFile/ignoreFile";
import { type IgnorePattern, ignorePattern } from "../../../../server/src/ignoreFile/ignorePattern";

/** What a build leaves out: the last pattern that matches a path decides. */
export interface IgnorePatterns {
  readonly patterns: readonly IgnorePattern[];
}

/** Reads the text of an ignore file. Throws a SyntaxError, naming the line, for a pattern that docker refuses. */
export function parseIgnoreFile(text: string): IgnorePatterns {
  const { patterns } = readIgnoreFile(withSlashes(text));
  const refused = patterns.find(({ problem }) => problem !== undefined);
  if (refused) {
    const { range, text: pattern, problem } = refused;
    throw new SyntaxError(`Line ${range.start.line + 1} of the ignore file, "${pattern}": ${problem}`);
  }
  return { patterns };
}

/** For patterns that come one by one, as BuildKit sends them. One that docker refuses matches nothing. */
export function compilePatterns(patterns: readonly string[]): IgnorePatterns {
  const written = patterns.filter((pattern) => pattern.trim() !== "");
  return { patterns: written.map((pattern) => ignorePattern(withSlashes(pattern))) };
}

/** Whether an exception (`!…`) could bring back something below a folder that is ignored. */
export function mayBringBackBelow({ patterns }: IgnorePatterns, folder: string): boolean {
  return patterns.some(({ isException, mayMatchBelow }) => isException && mayMatchBelow(folder));
}

/** On Windows a backslash parts folders and escapes nothing, for docker too. */
function withSlashes(pattern: string): string {
  return process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
}
