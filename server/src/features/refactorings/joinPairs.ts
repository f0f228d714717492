import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { pairs } from "../../model/pairs";
import { hasPlainHead, joinInstructions } from "./joinInstructions";
import type { Refactoring } from "./refactoring";
import { usesEarlier } from "./splitPairs";
import { withNext } from "./withNext";

/** Joins an ENV or LABEL with the one below, or all that are selected. */
export const joinPairs: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected }) {
    const { keyword } = instruction;
    if (keyword !== "ENV" && keyword !== "LABEL") return [];
    const group = selected.length > 1 ? selected : withNext(dockerfile, instruction);
    if (group.length < 2 || !mayJoin(dockerfile, group)) return [];
    const title =
      selected.length > 1
        ? `Join ${selected.length} ${keyword} instructions`
        : `Join with the ${keyword} below`;
    return [{ title, edits: joinInstructions(dockerfile, group, "") }];
  },
};

function mayJoin(dockerfile: Dockerfile, group: readonly Instruction[]): boolean {
  const [first] = group;
  const stage = first && dockerfile.stageAt(first.firstLine);
  const isAlike = group.every(
    (instruction) =>
      instruction.keyword === first?.keyword &&
      dockerfile.stageAt(instruction.firstLine) === stage &&
      hasPlainHead(instruction) &&
      pairs(instruction).every(({ separator }) => separator === "equals") &&
      instruction.words.every(({ unclosedQuote }) => unclosedQuote === undefined),
  );
  return isAlike && (first?.keyword !== "ENV" || !usesEarlier(dockerfile, group));
}
