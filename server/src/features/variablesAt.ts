import { predefinedArguments } from "../grammar/predefinedArguments";
import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { resolveText } from "../model/resolveText";
import type { VariableDefinition } from "../model/variables";

/** A variable that an instruction can use. */
export interface VisibleVariable {
  readonly name: string;
  /** Undefined for one that the builder brings. */
  readonly definition: VariableDefinition | undefined;
  /** What it holds there; undefined where only the build can tell. */
  readonly value: string | undefined;
  /** Of one that the builder brings. */
  readonly does: string | undefined;
}

/** The variables that are in force where an instruction stands, the one defined last first, the builder's own at the end. */
export function variablesAt(dockerfile: Dockerfile, instruction: Instruction): readonly VisibleVariable[] {
  const definitions = definitionsBefore(dockerfile, instruction);
  const names = new Map(definitions.map((definition) => [definition.name, definition]));
  const isFrom = instruction.keyword === "FROM" || dockerfile.stageAt(instruction.firstLine) === undefined;
  const isShell = instruction.keyword === "RUN";
  return [
    ...[...names.values()].reverse().map((definition) => ({
      name: definition.name,
      definition,
      value: resolveText(dockerfile, `\${${definition.name}}`, instruction),
      does: undefined,
    })),
    ...predefinedArguments
      .filter(
        ({ name, seenBy }) =>
          !names.has(name) && ((seenBy === "from" && isFrom) || (seenBy === "run" && isShell)),
      )
      .map(({ name, does }) => ({ name, definition: undefined, value: undefined, does })),
  ];
}

/** In order; a name may come several times, and the last one stands for it. */
function definitionsBefore(
  dockerfile: Dockerfile,
  { keyword, firstLine }: Instruction,
): VariableDefinition[] {
  const stage = keyword === "FROM" ? undefined : dockerfile.stageAt(firstLine);
  const stages = new Set(stage && [stage, ...ancestors(stage)]);
  const isLater = RUNS_LATER.has(keyword);
  return dockerfile.variableDefinitions.filter(
    (definition) =>
      definition.instruction.firstLine < firstLine &&
      !(isLater && definition.kind === "ARG") &&
      (stage === undefined
        ? definition.stage === undefined
        : definition.stage && stages.has(definition.stage)),
  );
}

/** What they start is started in the container, where a build argument is gone. */
const RUNS_LATER: ReadonlySet<string> = new Set(["CMD", "ENTRYPOINT", "HEALTHCHECK"]);
