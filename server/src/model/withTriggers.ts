import type { Instruction } from "./instruction";

/** Every instruction, and behind each ONBUILD the one inside it. */
export function* withTriggers(instructions: readonly Instruction[]): Generator<Instruction> {
  for (const instruction of instructions) {
    yield instruction;
    if (instruction.trigger !== undefined) yield* withTriggers([instruction.trigger]);
  }
}
