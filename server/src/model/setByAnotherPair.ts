import type { Range } from "vscode-languageserver-types";
import { grouped } from "./grouped";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { pairs } from "./pairs";
import type { VariableUse } from "./variables";

/** Whether the ENV that uses a variable sets it too, in another of its pairs than the one that uses it. */
export function setByAnotherPair({ name, range, instruction }: VariableUse): boolean {
  if (instruction.keyword !== "ENV") return false;
  const { start } = range;
  const line = start.line - instruction.firstLine;
  const found = pairsByName(instruction.atZero).get(name) ?? [];
  return found.some((pair) => !holds(pair.range, { line, character: start.character }));
}

const pairsByName = oncePer((atZero: Instruction) => grouped(pairs(atZero), ({ name }) => name));

function holds({ start, end }: Range, { line, character }: Range["start"]): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character < end.character));
}
