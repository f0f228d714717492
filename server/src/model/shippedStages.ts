import { ancestors } from "./ancestors";
import type { Dockerfile } from "./dockerfile";
import { oncePer } from "./oncePer";
import type { Stage } from "./stages";

/** The stages whose layers are in the image: the last one and those it is built on. What others leave behind stays behind. */
export const shippedStages = oncePer(({ stages }: Dockerfile): ReadonlySet<Stage> => {
  const last = stages.at(-1);
  return new Set(last === undefined ? [] : [last, ...ancestors(last)]);
});
