import type { Position } from "vscode-languageserver-types";
import { predefinedArgument } from "../../grammar/predefinedArguments";
import { ancestors } from "../../model/ancestors";
import type { Dockerfile } from "../../model/dockerfile";
import type { Stage } from "../../model/stages";
import type { VariableDefinition } from "../../model/variables";
import { contains } from "../contains";
import { instructionAtPosition } from "../instructionAtPosition";
import { type ShellVariable, setsItself, shellVariables } from "../shellVariables";
import { byPlace, type Name, type NamePlace } from "./name";

/** The variable that is named at a position: where it is set, where the builder expands it, or where a shell does. */
export function variableNameAt(dockerfile: Dockerfile, position: Position): Name | undefined {
  const text = textAt(dockerfile, position);
  if (text === undefined) return undefined;
  const families = familiesOf(dockerfile, text);
  return families.map((family) => nameOf(dockerfile, text, family)).find((name) => holds(name, position));
}

function holds({ places }: Name, position: Position): boolean {
  return places.some(({ range }) => contains(range, position));
}

function textAt(dockerfile: Dockerfile, position: Position): string | undefined {
  const instruction = instructionAtPosition(dockerfile, position);
  if (instruction === undefined) return undefined;
  const atCursor = ({ nameRange }: { nameRange: VariableDefinition["nameRange"] }) =>
    contains(nameRange, position);
  return (
    dockerfile.variableDefinitions.find(atCursor) ??
    dockerfile.variableUses.find(atCursor) ??
    shellVariables(dockerfile, instruction).find(atCursor)
  )?.name;
}

/** Definitions of one name that belong together, and the stages in which they hold. */
interface Family {
  readonly definitions: readonly VariableDefinition[];
  /** The line from which on the name means this variable; stages not in it do not know it. */
  readonly knownFrom: ReadonlyMap<Stage, number>;
}

/**
 * One name may stand for several variables. Those of one stage belong together, with those of the stages built on it, and
 * an ARG belongs to the global one of its name, since one `--build-arg` sets both.
 */
function familiesOf(dockerfile: Dockerfile, name: string): Family[] {
  const definitions = dockerfile.variableDefinitions.filter((one) => one.name === name);
  const hasGlobal = definitions.some(({ stage }) => stage === undefined);
  const groups = new Map<Stage | undefined, VariableDefinition[]>();
  const roots = new Map<Stage, Stage | undefined>();
  const own = new Set(definitions.map(({ stage }) => stage));
  const importing = new Set(definitions.filter(({ kind }) => kind === "ARG").map(({ stage }) => stage));
  for (const stage of dockerfile.stages) {
    const parent = [...ancestors(stage)].find((one) => roots.has(one));
    if (parent) roots.set(stage, roots.get(parent));
    else if (own.has(stage)) roots.set(stage, hasGlobal && importing.has(stage) ? undefined : stage);
  }
  for (const definition of definitions) {
    const root = definition.stage && roots.get(definition.stage);
    groups.set(root, [...(groups.get(root) ?? []), definition]);
  }
  return [...groups].map(([root, group]) => ({
    definitions: group,
    knownFrom: new Map(
      [...roots].flatMap(([stage, itsRoot]) =>
        itsRoot === root ? [[stage, firstLine(stage, group)] as const] : [],
      ),
    ),
  }));
}

/** A stage that inherits the variable knows it from its beginning. */
function firstLine(stage: Stage, definitions: readonly VariableDefinition[]): number {
  const parents = new Set(ancestors(stage));
  const inherits = definitions.some((one) => one.stage && parents.has(one.stage));
  const own = definitions.find((one) => one.stage === stage);
  return inherits || own === undefined ? stage.from.firstLine : own.instruction.firstLine;
}

function nameOf(dockerfile: Dockerfile, text: string, { definitions, knownFrom }: Family): Name {
  const members = new Set(definitions);
  const places: NamePlace[] = [
    ...definitions.map(({ nameRange }) => ({ range: nameRange, role: "definition" as const })),
    ...dockerfile.variableUses
      .filter(({ definition }) => definition && members.has(definition))
      .map(({ nameRange }) => ({ range: nameRange, role: "use" as const })),
    ...[...knownFrom].flatMap(([stage, line]) => shellUses(dockerfile, stage, line, { text, definitions })),
  ];
  return { kind: "variable", text, places: places.sort(byPlace), fixedBecause: reasonToStay(text) };
}

function shellUses(
  dockerfile: Dockerfile,
  { instructions }: Stage,
  line: number,
  { text, definitions }: { readonly text: string; readonly definitions: readonly VariableDefinition[] },
): NamePlace[] {
  // A build argument is gone when the container runs.
  const lasts = definitions.some(({ kind }) => kind === "ENV");
  return instructions
    .filter((one) => one.firstLine > line && (lasts || !RUNS_LATER.has(one.keyword)))
    .flatMap((instruction) => shellVariables(dockerfile, instruction).filter((one) => isOurs(one, text)))
    .map(({ nameRange }) => ({ range: nameRange, role: "use" }));
}

const RUNS_LATER = new Set(["CMD", "ENTRYPOINT", "HEALTHCHECK"]);

function isOurs({ name, instruction }: ShellVariable, text: string): boolean {
  return name === text && !setsItself(instruction, text);
}

function reasonToStay(name: string): string | undefined {
  return predefinedArgument(name)
    ? `${name} is the builder's own name: called otherwise it would be empty.`
    : undefined;
}
