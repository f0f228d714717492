import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { withTriggers } from "./withTriggers";

/** Those that may give a shell something to read, triggers too. Picked once for a list that many rules go through. */
export const scriptInstructions = oncePer((instructions: readonly Instruction[]): readonly Instruction[] =>
  withTriggers(instructions).filter(({ keyword }) => READ_BY_SHELLS.has(keyword)),
);

const READ_BY_SHELLS = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);
