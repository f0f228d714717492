import type { Dockerfile } from "./dockerfile";
import { oncePer } from "./oncePer";
import type { Stage } from "./stages";

/** The stage at the end of the chain that a stage is built on: itself, or the first that is built on an image. */
export function rootStage(dockerfile: Dockerfile, stage: Stage): Stage {
  return rootsOf(dockerfile).get(stage) ?? stage;
}

// A base stage stands further up, so its own root is known by then, and a long chain is walked once.
const rootsOf = oncePer(({ stages }: Dockerfile) => {
  const roots = new Map<Stage, Stage>();
  for (const stage of stages) {
    const parent = stage.base?.stage;
    roots.set(stage, (parent && roots.get(parent)) ?? stage);
  }
  return roots;
});
