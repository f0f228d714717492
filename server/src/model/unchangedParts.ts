import { firstWhere } from "./firstWhere";
import type { Instruction } from "./instruction";
import { type LineIndex, lastAtOrBefore } from "./lineIndex";
import { sharedEnds } from "./sharedEnds";

/** What of an earlier version still stands in a text. Only what lies between has to be cut and parsed anew. */
export interface UnchangedParts {
  /** How many instructions at the beginning are the same, at the same lines. */
  readonly before: number;
  /** The first line behind these. */
  readonly firstLine: number;
  /** From this one on the earlier instructions come again, if one of them begins where one of the text does. */
  readonly after: number;
  /** By so many lines they moved down. */
  readonly shift: number;
}

export interface EarlierText {
  /** As the parser read it. */
  readonly index: LineIndex;
  readonly instructions: readonly Instruction[];
}

/** `top`: the line behind the parser directives, which both have. */
export function unchangedParts(earlier: EarlierText, index: LineIndex, top: number): UnchangedParts {
  const { instructions } = earlier;
  const shared = sharedEnds(earlier.index.text, index.text);
  // A carriage return may have become a line break of its own, or have ceased to be one.
  const isBehindReturn = index.text[shared.before - 1] === "\r";
  const changedLine = lastAtOrBefore(index.starts, Math.max(0, shared.before - (isBehindReturn ? 1 : 0)));
  const before = firstWhere(instructions, ({ firstLine, lineCount }) => firstLine + lineCount > changedLine);
  const last = instructions[before - 1];
  // With the line break before it, which makes it the beginning of a line in both.
  const afterOffset = earlier.index.text.length - shared.after;
  const after = firstWhere(
    instructions,
    ({ firstLine }) => (earlier.index.starts[firstLine] ?? 0) > afterOffset,
  );
  return {
    before,
    firstLine: last === undefined ? top : last.firstLine + last.lineCount,
    after: Math.max(before, after),
    shift: index.starts.length - earlier.index.starts.length,
  };
}
