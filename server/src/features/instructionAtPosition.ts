import type { Position } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { contains } from "./contains";

/** The instruction that a position is in: of ONBUILD the trigger, from its keyword on. None for a comment between its lines. */
export function instructionAtPosition(dockerfile: Dockerfile, position: Position): Instruction | undefined {
  const outer = dockerfile.instructionAt(position.line);
  if (outer === undefined || outer.comments.some(({ range }) => range.start.line === position.line))
    return undefined;
  const { trigger } = outer;
  return trigger && contains({ start: trigger.keywordRange.start, end: trigger.range.end }, position)
    ? trigger
    : outer;
}
