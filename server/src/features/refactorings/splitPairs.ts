import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { type Pair, pairs } from "../../model/pairs";
import { contains } from "../contains";
import type { Refactoring } from "./refactoring";
import { splitInstruction } from "./splitInstruction";

/** Makes an ENV or LABEL of its own of each pair. */
export const splitPairs: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const { keyword } = instruction;
    if (selected.length > 1 || (keyword !== "ENV" && keyword !== "LABEL")) return [];
    const found = pairs(instruction);
    if (found.length < 2 || found.some(({ separator }) => separator !== "equals")) return [];
    if (keyword === "ENV" && usesEarlier(dockerfile, [instruction])) return [];
    const parts = found.map(({ range }) => range);
    const title = `Split into ${found.length} ${keyword} instructions`;
    return [{ title, edits: splitInstruction(dockerfile, instruction, parts) }];
  },
};

/**
 * Whether a value uses a variable that an earlier pair of these instructions sets. Within one ENV it gets the value from
 * before that ENV, in another one the new value, so neither can be made from the other.
 */
export function usesEarlier(dockerfile: Dockerfile, instructions: readonly Instruction[]): boolean {
  const names = new Set<string>();
  return instructions.some((instruction) =>
    pairs(instruction).some((pair) => {
      const uses = usesIn(dockerfile, instruction, pair).some((name) => names.has(name));
      names.add(pair.name);
      return uses;
    }),
  );
}

function usesIn({ variableUses }: Dockerfile, instruction: Instruction, { range }: Pair): string[] {
  return variableUses
    .filter((use) => use.instruction === instruction && contains(range, use.range.start))
    .map(({ name }) => name);
}
