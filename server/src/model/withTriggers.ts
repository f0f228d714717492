import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/** Every instruction, and behind each ONBUILD the one inside it. Put together once for a list that many rules go through. */
export const withTriggers = oncePer((instructions: readonly Instruction[]): readonly Instruction[] =>
  instructions.some(hasTrigger) ? instructions.flatMap(withTrigger) : instructions,
);

function hasTrigger({ atZero }: Instruction): boolean {
  return atZero.trigger !== undefined;
}

function withTrigger(instruction: Instruction): readonly Instruction[] {
  const { trigger } = instruction;
  return trigger === undefined ? [instruction] : [instruction, ...withTrigger(trigger)];
}
