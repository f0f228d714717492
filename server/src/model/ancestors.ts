import type { Stage } from "./stages";

/** The stages that a stage is built on, nearest first. Ends, since a base stage always stands further up. */
export function* ancestors(stage: Stage): Generator<Stage> {
  for (let parent = stage.base?.stage; parent !== undefined; parent = parent.base?.stage) yield parent;
}
