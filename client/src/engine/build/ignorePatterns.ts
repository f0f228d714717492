import { readIgnoreFile } from "../../../../server/src/ignoreFile/ignoreFile";
import { type IgnorePattern, ignorePattern } from "../../../../server/src/ignoreFile/ignorePattern";

/** What a build leaves out: the last pattern that matches a path decides. */
export interface IgnorePatterns {
  readonly patterns: readonly IgnorePattern[];
}

/** Reads the text of an ignore file. Throws a SyntaxError, naming the line, for a pattern that docker refuses. */
export function parseIgnoreFile(text: string): IgnorePatterns {
  const { patterns } = readIgnoreFile(withSlashes(text));
  for (const pattern of patterns)
    refuseWrong(pattern, `Line ${pattern.range.start.line + 1} of the ignore file`);
  return { patterns };
}

/** For patterns that come one by one, as BuildKit sends them. Throws a SyntaxError for one that docker refuses. */
export function compilePatterns(written: readonly string[]): IgnorePatterns {
  const patterns = written
    .filter((text) => text.trim() !== "")
    .map((text) => ignorePattern(withSlashes(text)));
  for (const pattern of patterns) refuseWrong(pattern, "A pattern of the ignore file");
  return { patterns };
}

function refuseWrong({ text, problem }: IgnorePattern, place: string): void {
  if (problem !== undefined) throw new SyntaxError(`${place}, "${text}": ${problem}`);
}

/** Whether an exception (`!…`) could bring back something below a folder that is ignored. */
export function mayBringBackBelow({ patterns }: IgnorePatterns, folder: string): boolean {
  return patterns.some(({ isException, mayMatchBelow }) => isException && mayMatchBelow(folder));
}

/** On Windows a backslash parts folders and escapes nothing, for docker too. */
function withSlashes(pattern: string): string {
  return process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
}
