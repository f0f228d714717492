import { ancestors } from "./ancestors";
import type { Instruction } from "./instruction";
import type { Stage } from "./stages";

/** The USER that a stage ends with, its own or that of the stage it is built on; undefined where only the image tells. */
export function lastUser(stage: Stage): Instruction | undefined {
  for (const { instructions } of [stage, ...ancestors(stage)]) {
    const user = instructions.findLast(({ keyword, words }) => keyword === "USER" && words.length > 0);
    if (user) return user;
  }
  return undefined;
}
