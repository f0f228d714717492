import { ancestors } from "./ancestors";
import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { lastAtOrBefore } from "./lineIndex";
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
    const own = byStage.get(one);
    const last = own?.definitions[lastAtOrBefore(own.lines, instruction.firstLine - 1)];
    if (last !== undefined && last.instruction.firstLine < instruction.firstLine) return last;
  }
  return undefined;
}

interface Definitions {
  /** Where they stand, in order. */
  readonly lines: number[];
  readonly definitions: VariableDefinition[];
}

/** By name and stage, those that are in force from their lines on. */
const definitionsOf = oncePer(({ variableDefinitions }: Dockerfile) => {
  const byName = new Map<string, Map<Stage, Definitions>>();
  for (const definition of variableDefinitions) {
    const { name, kind, stage, instruction } = definition;
    if (stage === undefined) continue;
    const byStage = byName.get(name) ?? new Map<Stage, Definitions>();
    byName.set(name, byStage);
    const own = byStage.get(stage) ?? { lines: [], definitions: [] };
    byStage.set(stage, own);
    // An ENV stays in force whatever an ARG of the same name says.
    if (kind === "ARG" && own.definitions.at(-1)?.kind === "ENV") continue;
    own.lines.push(instruction.firstLine);
    own.definitions.push(definition);
  }
  return byName;
});
