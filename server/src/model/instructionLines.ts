import type { Dockerfile } from "./dockerfile";
import { joinHead, kindOfLine } from "./head";
import type { Instruction } from "./instruction";
import { lineIndex } from "./lineIndex";

/** A line of an instruction that is in none of its heredocs. */
export interface InstructionLine {
  /** Of the document. */
  readonly line: number;
  readonly kind: "content" | "comment" | "blank";
  /** Offset in the instruction's `line` at which this line's text begins, its indentation included; undefined where it adds nothing. */
  readonly start: number | undefined;
}

/** The lines of an instruction in order, without those of its heredoc bodies: what is laid out, and not content itself. */
export function instructionLines(dockerfile: Dockerfile, instruction: Instruction): InstructionLine[] {
  const { firstLine, lineCount, escapeCharacter } = instruction;
  const text = dockerfile.textOf({
    start: { line: firstLine, character: 0 },
    end: { line: firstLine + lineCount - 1, character: Number.MAX_SAFE_INTEGER },
  });
  const index = lineIndex(text.replace(/^\uFEFF/, " "));
  const { pieces, lines } = joinHead(index, escapeCharacter);
  const starts = new Map(pieces.places.map(({ line }, piece) => [line, pieces.offsets[piece]]));
  return Array.from({ length: lines.lastLine + 1 }, (_, line) => ({
    line: firstLine + line,
    kind: line === 0 ? "content" : kindOfLine(index, line),
    start: starts.get(line),
  }));
}
