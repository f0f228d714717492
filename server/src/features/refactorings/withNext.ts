import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";

/** An instruction and the one below it, if that one has the same keyword and stands in the same stage; else nothing. */
export function withNext(dockerfile: Dockerfile, instruction: Instruction): readonly Instruction[] {
  for (let line = instruction.firstLine + instruction.lineCount; line < dockerfile.lineCount; line++) {
    const next = dockerfile.instructionAt(line);
    if (next === undefined) continue;
    return next.keyword === instruction.keyword ? [instruction, next] : [];
  }
  return [];
}
