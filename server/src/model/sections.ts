import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/**
 * The instructions of a file in parts: those before the first FROM, then each stage's. An edit leaves the very arrays of
 * the parts in which it changes nothing, so that what was worked out for one of them holds on.
 */
export const sections = oncePer(({ preamble, stages }: Dockerfile): readonly (readonly Instruction[])[] => [
  preamble,
  ...stages.map(({ instructions }) => instructions),
]);

/** What `pick` takes from each section, in order. */
export function inSections<Picked>(
  dockerfile: Dockerfile,
  pick: (section: readonly Instruction[]) => readonly Picked[],
): readonly Picked[] {
  const found: Picked[] = [];
  for (const section of sections(dockerfile)) for (const one of pick(section)) found.push(one);
  return found;
}

/**
 * Picks the instructions of which `isOne` says yes: it looks at their text alone, as at line 0, and is asked once for as
 * long as nothing in their section changes. Those inside an ONBUILD are asked about where `from` is withTriggers.
 */
export function picked(
  isOne: (atZero: Instruction) => boolean,
  from: (section: readonly Instruction[]) => readonly Instruction[] = (section) => section,
): (dockerfile: Dockerfile) => readonly Instruction[] {
  const pick = oncePer((section: readonly Instruction[]): readonly Instruction[] =>
    from(section).filter(({ atZero }) => isOne(atZero)),
  );
  return (dockerfile) => inSections(dockerfile, pick);
}
