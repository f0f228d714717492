import type { Dockerfile } from "./dockerfile";
import { grouped } from "./grouped";
import { oncePer } from "./oncePer";
import type { Stage } from "./stages";
import type { VariableDefinition } from "./variables";

/** Every ARG and ENV of a name, in order. */
export function definitionsByName(dockerfile: Dockerfile, name: string): readonly VariableDefinition[] {
  return byName(dockerfile).get(name) ?? [];
}

/** Every ARG and ENV of a stage's own lines, in order; those of global arguments for no stage. */
export function definitionsByStage(
  dockerfile: Dockerfile,
  stage: Stage | undefined,
): readonly VariableDefinition[] {
  return byStage(dockerfile).get(stage) ?? [];
}

const byName = oncePer(({ variableDefinitions }: Dockerfile) =>
  grouped(variableDefinitions, ({ name }) => name),
);

const byStage = oncePer(({ variableDefinitions }: Dockerfile) =>
  grouped(variableDefinitions, ({ stage }) => stage),
);
