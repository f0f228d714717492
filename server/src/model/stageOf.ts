import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import type { Stage } from "./stages";

/** The stage that an instruction stands in, FROM included; undefined before the first FROM. */
export function stageOf(dockerfile: Dockerfile, { firstLine }: Instruction): Stage | undefined {
  return dockerfile.stageAt(firstLine);
}
