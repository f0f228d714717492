import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";

/**
 * Tells of an instruction whether one like those looked for stands above it or is itself one, in its stage or in one that
 * it is built on. `isOne` gets instructions as they are when they stand at line 0.
 */
export function heldFrom(
  dockerfile: Dockerfile,
  isOne: (atZero: Instruction) => boolean,
): (instruction: Instruction) => boolean {
  const firstLines = new Map<Stage, number>();
  for (const stage of dockerfile.stages) {
    // A base stage stands above the stage that is built on it, so it is known by then.
    const isInherited = stage.base?.stage !== undefined && firstLines.has(stage.base.stage);
    const first = isInherited ? stage.from : stage.instructions.find(({ atZero }) => isOne(atZero));
    if (first) firstLines.set(stage, first.firstLine);
  }
  return (instruction) => {
    const stage = stageOf(dockerfile, instruction);
    const from = stage && firstLines.get(stage);
    return from !== undefined && instruction.firstLine >= from;
  };
}
