import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { withTriggers } from "./withTriggers";

/** Every RUN among them, triggers too. Picked once for a list that many rules go through. */
export const runInstructions = oncePer((instructions: readonly Instruction[]): readonly Instruction[] =>
  withTriggers(instructions).filter(({ keyword }) => keyword === "RUN"),
);
