import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { Stage } from "../../model/stages";
import { indentationOf } from "./indentation";

/**
 * What an instruction is indented with: nothing, except in a stage whose author set all instructions in below FROM. That is
 * nesting, and is kept.
 */
export function stageIndentation(dockerfile: Dockerfile): (instruction: Instruction) => string {
  const known = new Map<Stage, string>();
  return (instruction) => {
    const stage = dockerfile.stageAt(instruction.firstLine);
    if (stage === undefined || stage.from.firstLine === instruction.firstLine) return "";
    const indentation = known.get(stage) ?? sharedIndentation(dockerfile, stage);
    known.set(stage, indentation);
    return indentation;
  };
}

/** A single indented instruction may be a slip. */
const FEWEST = 2;

function sharedIndentation(dockerfile: Dockerfile, { instructions }: Stage): string {
  const [first, ...others] = instructions
    .slice(1)
    .map(({ firstLine }) => indentationOf(dockerfile.line(firstLine)));
  if (first === undefined || others.length + 1 < FEWEST) return "";
  return others.every((indentation) => indentation === first) ? first : "";
}
