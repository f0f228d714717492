import { grouped } from "./grouped";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/**
 * Those with this keyword among them, in order; what is inside an ONBUILD counts where the list has its triggers (see
 * withTriggers). Sorted once for a list that many rules go through.
 */
export function instructionsOf(
  instructions: readonly Instruction[],
  keyword: string,
): readonly Instruction[] {
  return byKeyword(instructions).get(keyword) ?? NONE;
}

const NONE: readonly Instruction[] = [];

const byKeyword = oncePer((instructions: readonly Instruction[]) =>
  grouped(instructions, ({ keyword }) => keyword),
);
