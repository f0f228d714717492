import { type EscapeCharacter, followContinuations, joinHead, kindOfLine } from "./head";
import { type LineIndex, lineEnd, lineIndex } from "./lineIndex";
import { closingLine, markersOf } from "./readHeredocs";

/** The lines of one instruction, heredoc bodies included. */
export interface Chunk {
  /** Without its last line break. */
  readonly text: string;
  readonly firstLine: number;
}

/** A document cut into instructions and the comment lines between them; what is left are blank lines. */
export interface Chunks {
  readonly instructions: readonly Chunk[];
  readonly commentLines: readonly number[];
  /** The line behind what was cut. */
  readonly endLine: number;
}

/**
 * Cuts in one pass: each line is looked at once, and heredocs are read only where `<<` stands. Where `endsAt` says so of a
 * line that may begin an instruction, it ends there.
 */
export function cutIntoChunks(
  index: LineIndex,
  firstLine: number,
  escapeCharacter: EscapeCharacter,
  endsAt: (line: number) => boolean = () => false,
): Chunks {
  const { text, starts } = index;
  const instructions: Chunk[] = [];
  const commentLines: number[] = [];
  let nextArrows = text.indexOf("<<", starts[firstLine] ?? text.length);
  let line = firstLine;
  while (line < starts.length && !endsAt(line)) {
    const kind = kindOfLine(index, line);
    if (kind === "comment") commentLines.push(line);
    if (kind !== "content") {
      line++;
      continue;
    }
    const start = starts[line] ?? 0;
    let { lastLine } = followContinuations(index, line, escapeCharacter);
    let end = lineEnd(index, lastLine);
    if (nextArrows >= 0 && nextArrows < start) nextArrows = text.indexOf("<<", start);
    if (nextArrows >= 0 && nextArrows < end) {
      const head = joinHead(lineIndex(text.slice(start, end)), escapeCharacter);
      for (const marker of markersOf(head.logical)) lastLine = closingLine(index, lastLine + 1, marker);
      lastLine = Math.min(lastLine, starts.length - 1);
      end = lineEnd(index, lastLine);
    }
    instructions.push({ text: text.slice(start, end), firstLine: line });
    line = lastLine + 1;
  }
  return { instructions, commentLines, endLine: line };
}
