import { ancestors } from "./ancestors";
import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { stageOf } from "./stageOf";
import type { Stage } from "./stages";
import type { VariableDefinition } from "./variables";

/** The ARG or ENV that gives a variable its value where an instruction of a stage stands; undefined for none. */
export function definitionAt(
  dockerfile: Dockerfile,
  name: string,
  instruction: Instruction,
): VariableDefinition | undefined {
  const stage = stageOf(dockerfile, instruction);
  if (stage === undefined) return undefined;
  const byStage = definitionsOf(dockerfile).get(name);
  if (byStage === undefined) return undefined;
  for (const one of [stage, ...ancestors(stage)]) {
    const above = byStage
      .get(one)
      ?.filter(({ instruction: { firstLine } }) => firstLine < instruction.firstLine);
    // An ENV stays in force whatever an ARG of the same name says.
    const last = above?.findLast(({ kind }) => kind === "ENV") ?? above?.at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

const definitionsOf = oncePer(({ variableDefinitions }: Dockerfile) => {
  const byName = new Map<string, Map<Stage, VariableDefinition[]>>();
  for (const definition of variableDefinitions) {
    const { name, stage } = definition;
    if (stage === undefined) continue;
    const byStage = byName.get(name) ?? new Map<Stage, VariableDefinition[]>();
    byName.set(name, byStage);
    const known = byStage.get(stage);
    if (known) known.push(definition);
    else byStage.set(stage, [definition]);
  }
  return byName;
});
