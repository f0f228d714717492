import type { Stage } from "./stages";

/**
 * The last of the stages that begins at the line or above it. Halves the search, as it is asked for line after line; a loop
 * of its own, since a call for each stage that firstWhere would look at makes a keystroke a seventh dearer.
 */
export function stageAtLine(stages: readonly Stage[], line: number): Stage | undefined {
  let below = 0;
  let above = stages.length;
  while (below < above) {
    const middle = (below + above) >>> 1;
    if ((stages[middle]?.from.firstLine ?? line) <= line) below = middle + 1;
    else above = middle;
  }
  return stages[below - 1];
}
