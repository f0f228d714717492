import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import { formatInstructionOnce } from "./formatInstructionOnce";
import { formatLines } from "./formatLines";
import type { FormatOptions } from "./formatOptions";
import { stageIndentation } from "./stageIndentation";

/** First and last line, both included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Lays a Dockerfile out without changing what is built: letter case of keywords, one blank between words, indentation of
 * continuation lines as a block, blank lines, the line break at the end. Edits are small, in order and apart from each
 * other; made twice, the second time gives none. `within` limits them to the instructions that touch these lines, since
 * an instruction is laid out as a whole.
 *
 * A text with a lone CR is left alone: to an editor it is a line break, to the builder a blank within a line.
 */
export function formatDockerfile(
  dockerfile: Dockerfile,
  options: FormatOptions,
  within: LineSpan = { first: 0, last: dockerfile.lineCount - 1 },
): TextEdit[] {
  if (/\r(?!\n)/.test(dockerfile.text)) return [];
  const lines = wholeInstructions(dockerfile, within);
  const indentation = stageIndentation(dockerfile);
  const edits = dockerfile.instructions
    .filter(({ firstLine }) => firstLine >= lines.first && firstLine <= lines.last)
    .flatMap((instruction) =>
      formatInstructionOnce(dockerfile, instruction, options, indentation(instruction)),
    );
  return [...formatLines(dockerfile, lines), ...edits].sort(byPlace);
}

/** What is put in before a word comes before what becomes of the word. */
function byPlace({ range: a }: TextEdit, { range: b }: TextEdit): number {
  const byStart = a.start.line - b.start.line || a.start.character - b.start.character;
  return byStart || a.end.line - b.end.line || a.end.character - b.end.character;
}

function wholeInstructions(dockerfile: Dockerfile, { first, last }: LineSpan): LineSpan {
  const atFirst = dockerfile.instructionAt(first);
  const atLast = dockerfile.instructionAt(last);
  return {
    first: atFirst?.firstLine ?? first,
    last: atLast ? atLast.firstLine + atLast.lineCount - 1 : last,
  };
}
