import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { moveRange } from "../../model/placedInstruction";
import { shellKey } from "../../model/shellKey";
import { shellOf } from "../../model/shellOf";
import { formatInstruction } from "./formatInstruction";
import type { FormatOptions } from "./formatOptions";

/**
 * The edits of one instruction, reckoned once for as long as its text, the shell, its indentation and the options stay the
 * same; wherever edits elsewhere move it, only the lines are reckoned anew. So what is formatted on every save costs what
 * was changed since the last.
 */
export function formatInstructionOnce(
  dockerfile: Dockerfile,
  instruction: Instruction,
  options: FormatOptions,
  indentation: string,
): readonly TextEdit[] {
  const { atZero, firstLine } = instruction;
  // A byte order mark is no part of the instruction behind it, but of its line.
  if (firstLine === 0) return formatInstruction(dockerfile, instruction, options, indentation);
  const { keywordCase, indent } = options;
  const shell = shellKey(shellOf(dockerfile, instruction));
  const circumstances = `${keywordCase} ${indent.style} ${indent.width} ${indentation}\n${shell}`;
  const known = kept.get(atZero);
  if (known?.circumstances === circumstances) return known.edits.map((edit) => moved(edit, firstLine));
  const edits = formatInstruction(dockerfile, instruction, options, indentation);
  kept.set(atZero, { circumstances, edits: edits.map((edit) => moved(edit, -firstLine)) });
  return edits;
}

/** Keyed by the instruction at line 0, which the model keeps while the text is the same. */
const kept = new WeakMap<
  Instruction,
  { readonly circumstances: string; readonly edits: readonly TextEdit[] }
>();

function moved({ range, newText }: TextEdit, lines: number): TextEdit {
  return { range: moveRange(range, lines), newText };
}
