import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { indentationOf, indentationWith } from "../formatting/indentation";
import { prevailingIndent } from "../formatting/prevailingIndent";

/**
 * Makes one instruction of several: the arguments of all but the first become continuation lines with `operator` before
 * them. Comments between them stay, blank lines go.
 */
export function joinInstructions(
  dockerfile: Dockerfile,
  instructions: readonly Instruction[],
  operator: "&&" | "",
): TextEdit[] {
  const [first] = instructions;
  if (first === undefined) return [];
  const style = operator === "" ? undefined : styleOf(dockerfile, instructions);
  const margin = indentationOf(dockerfile.line(first.keywordRange.start.line));
  const step = prevailingIndent(dockerfile);
  const indentation = style?.indentation ?? margin + indentationWith(step.width, step);
  const [behind, before] =
    style?.operatorAt === "end" ? [` ${operator}`, ""] : ["", operator && `${operator} `];
  return instructions.slice(1).flatMap((instruction, index) => {
    const above = instructions[index];
    if (above?.argumentRange === undefined || instruction.argumentRange === undefined) return [];
    const { line } = instruction.keywordRange.start;
    return [
      {
        range: { start: above.argumentRange.end, end: above.range.end },
        newText: `${behind} ${above.escapeCharacter}`,
      },
      ...blankLines(dockerfile, above.range.end.line + 1, line),
      {
        range: { start: { line, character: 0 }, end: instruction.argumentRange.start },
        newText: `${indentation}${before}`,
      },
    ];
  });
}

/** Whether comments or lines of the head would be lost: all between keyword and argument must stand on one line. */
export function hasPlainHead({ keywordRange, argumentRange }: Instruction): boolean {
  return argumentRange !== undefined && argumentRange.start.line === keywordRange.start.line;
}

function blankLines(dockerfile: Dockerfile, first: number, end: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = first; line < end; line++) {
    if (dockerfile.line(line).trim() !== "") continue;
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    edits.push({ range, newText: "" });
  }
  return edits;
}

interface Style {
  readonly indentation: string;
  readonly operatorAt: "start" | "end";
}

/** As the instructions themselves go on with `&&` already. */
function styleOf(dockerfile: Dockerfile, instructions: readonly Instruction[]): Style | undefined {
  for (const { firstLine, lineCount } of instructions) {
    for (let line = firstLine; line + 1 < firstLine + lineCount; line++) {
      const next = dockerfile.line(line + 1);
      if (/^[ \t]+&&/.test(next)) return { indentation: indentationOf(next), operatorAt: "start" };
      if (/&&[ \t]*[\\`][ \t]*$/.test(dockerfile.line(line)) && indentationOf(next) !== "")
        return { indentation: indentationOf(next), operatorAt: "end" };
    }
  }
  return undefined;
}
