import type { Position, TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { indentationOf } from "../formatting/indentation";

/**
 * Takes an instruction apart between its parts, `start` and `end` in the document: each begins an instruction of its own
 * with the same keyword and flags. Comments between two parts stay between them.
 */
export function splitInstruction(
  dockerfile: Dockerfile,
  instruction: Instruction,
  parts: readonly { readonly start: Position; readonly end: Position }[],
): TextEdit[] {
  const { keywordRange, flags, line, comments } = instruction;
  const margin = indentationOf(dockerfile.line(keywordRange.start.line));
  const words = [
    dockerfile.textOf(keywordRange),
    ...flags.map(({ start, end }) => line.text.slice(start, end)),
  ];
  return parts.slice(1).map(({ start }, index) => {
    const end = parts[index]?.end ?? start;
    const between = comments.filter(
      ({ range }) => range.start.line > end.line && range.start.line < start.line,
    );
    const lines = between.map(({ range }) => `${margin}${dockerfile.textOf(range).trimEnd()}\n`);
    return {
      range: { start: end, end: start },
      newText: `\n${lines.join("")}${margin}${words.join(" ")} `,
    };
  });
}
