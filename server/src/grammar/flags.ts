import type { Flag } from "./flag";
import type { Keyword } from "./instruction";
import { instructionEntry, instructions } from "./instructions";

/** Every flag of the language with the instruction it belongs to. `mount` of RUN has its own keys, see `mounts.ts`. */
export const flags: readonly { readonly keyword: Keyword; readonly flag: Flag }[] = instructions.flatMap(
  ({ keyword, flags: own }) => own.map((flag) => ({ keyword, flag })),
);

/** The flags of an instruction, in alphabetic order; none for a word that is no instruction. */
export function flagsOf(keyword: string): readonly Flag[] {
  return instructionEntry(keyword)?.flags ?? [];
}

/** A flag by its name without dashes. The builder tells `--from` and `--FROM` apart, and so does this. */
export function flagOf(keyword: string, name: string): Flag | undefined {
  return flagsOf(keyword).find((flag) => flag.name === name);
}
