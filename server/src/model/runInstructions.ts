import type { Instruction } from "./instruction";
import { instructionsOf } from "./instructionsOf";
import { withTriggers } from "./withTriggers";

/** Every RUN among them, triggers too. */
export function runInstructions(instructions: readonly Instruction[]): readonly Instruction[] {
  return instructionsOf(withTriggers(instructions), "RUN");
}
