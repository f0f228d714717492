import type { Position, TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { instructionLines } from "../../model/instructionLines";
import type { FormatOptions } from "./formatOptions";
import { columnsOf, indentationOf, indentationWith } from "./indentation";
import { movableLines } from "./indentContinuation";
import { instructionSpans } from "./instructionSpans";
import { stageIndentation } from "./stageIndentation";

/**
 * What a line that was just begun is indented with: as the continuation line above it, one step in below the instruction's
 * first line, as the instruction itself where that is complete. None in a heredoc, or within quotes.
 */
export function newLineEdits(dockerfile: Dockerfile, { line }: Position, options: FormatOptions): TextEdit[] {
  if (line === 0 || dockerfile.heredocAt(line)) return [];
  const text = dockerfile.line(line);
  const present = indentationOf(text);
  const instruction = dockerfile.instructionAt(line);
  const isEmpty = present === text;
  if (instruction === undefined || instruction.firstLine === line) {
    return isEmpty ? indent(line, present, indentationBehind(dockerfile, line)) : [];
  }
  const isQuoted = instruction.words.some(({ unclosedQuote }) => unclosedQuote !== undefined);
  if (isQuoted || !(isEmpty || mayMove(dockerfile, instruction, line))) return [];
  return indent(line, present, indentationBelow(dockerfile, instruction, line, options));
}

function indent(line: number, present: string, newText: string | undefined): TextEdit[] {
  if (newText === undefined || newText === present) return [];
  return [{ range: { start: { line, character: 0 }, end: { line, character: present.length } }, newText }];
}

/** Undefined below a comment or a blank line, which an author may set in at will. */
function indentationBehind(dockerfile: Dockerfile, line: number): string | undefined {
  const above = dockerfile.instructionAt(line - 1);
  return above && stageIndentation(dockerfile)(above);
}

function mayMove(dockerfile: Dockerfile, instruction: Instruction, line: number): boolean {
  const at = instructionLines(dockerfile, instruction).filter((each) => each.line === line);
  if (at.some(({ kind }) => kind === "comment")) return true;
  const { solids } = instructionSpans(dockerfile, instruction);
  return movableLines(dockerfile, instruction, solids, at).length > 0;
}

function indentationBelow(
  dockerfile: Dockerfile,
  { firstLine }: Instruction,
  line: number,
  { indent: step }: FormatOptions,
): string {
  let above = line - 1;
  while (above > firstLine && dockerfile.line(above).trim() === "") above--;
  const indentation = indentationOf(dockerfile.line(above));
  return above > firstLine ? indentation : indentationWith(columnsOf(indentation, step) + step.width, step);
}
