import { evaluate, expand, type Known, type Lookup } from "./evaluate";
import { type ExpansionAtZero, expansionsAtZero } from "./expandedTexts";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { type Pair, pairsAtZero, pairTemplates } from "./pairs";
import { placedBase } from "./placedBase";
import { PlacedDefinition, PlacedUse } from "./placedVariables";
import { platformArguments } from "./platformArguments";
import { type Binding, newScope, type Scope } from "./scope";
import { stageAtLine } from "./stageAtLine";
import type { Stage } from "./stages";
import type { Template } from "./template";
import type { VariableDefinition, VariableUse } from "./variables";

/** What several instructions say together. */
export interface Resolution {
  readonly preamble: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly definitions: readonly VariableDefinition[];
  readonly uses: readonly VariableUse[];
  /** What a variable is known to be where the instruction stands. */
  lookupAt(instruction: Instruction): Lookup;
  /** For the next version of the file: the preamble, then each stage. */
  readonly parts: readonly Part[];
}

/** What became of a stage, or of what stands before the first one. */
interface Part {
  readonly instructions: readonly Instruction[];
  readonly stage: Stage | undefined;
  readonly scope: Scope;
  readonly definitions: readonly VariableDefinition[];
  readonly uses: readonly VariableUse[];
}

/**
 * Goes through the instructions once; each sees what those above it defined. Of an earlier version of the file the stages
 * are taken over in which nothing changed, nor in what they see of others.
 */
export function resolveStages(instructions: readonly Instruction[], earlier?: Resolution): Resolution {
  const [beforeStages = [], ...groups] = groupByStage(instructions);
  const [preamble] = earlier?.parts ?? [];
  const isKept = preamble !== undefined && areSame(preamble.instructions, beforeStages);
  const state = newState(isKept ? preamble.scope : newScope(undefined, { isComplete: true }));
  if (isKept) take(state, preamble);
  else
    record(state, beforeStages, () => {
      for (const instruction of beforeStages) visit(state, instruction, undefined, state.globals);
      return { stage: undefined, scope: state.globals };
    });
  for (const [index, group] of groups.entries()) {
    const known = isKept ? earlier?.parts[index + 1] : undefined;
    if (known !== undefined && isUnchanged(state, known, group)) take(state, known);
    else record(state, group, () => visitStage(state, group));
  }
  return {
    preamble: state.parts[0]?.instructions ?? beforeStages,
    stages: state.stages,
    definitions: state.definitions,
    uses: state.uses,
    parts: state.parts,
    lookupAt(instruction) {
      const stage =
        instruction.keyword === "FROM" ? undefined : stageAtLine(state.stages, instruction.firstLine);
      const scope = (stage && state.scopes.get(stage)) ?? state.globals;
      return (name) => knownIn(state, scope, name, instruction);
    },
  };
}

interface State {
  readonly globals: Scope;
  readonly stages: Stage[];
  readonly definitions: VariableDefinition[];
  readonly uses: VariableUse[];
  readonly parts: Part[];
  readonly scopes: Map<Stage, Scope>;
  /** By lower-case name; of several with one name the last counts. */
  readonly stageByName: Map<string, Stage>;
}

function newState(globals: Scope): State {
  return {
    globals,
    stages: [],
    definitions: [],
    uses: [],
    parts: [],
    scopes: new Map(),
    stageByName: new Map(),
  };
}

/** The instructions are the same ones, and the stage that it is built on is still the one of that name. */
function isUnchanged(
  { stageByName }: State,
  { stage, instructions }: Part,
  group: readonly Instruction[],
): boolean {
  const { base } = stage ?? {};
  return areSame(instructions, group) && stageByName.get(base?.expanded?.toLowerCase() ?? "") === base?.stage;
}

function areSame(some: readonly Instruction[], others: readonly Instruction[]): boolean {
  return some.length === others.length && some.every((instruction, index) => instruction === others[index]);
}

function take(state: State, part: Part): void {
  for (const definition of part.definitions) state.definitions.push(definition);
  for (const use of part.uses) state.uses.push(use);
  finish(state, part);
}

/** Notes what `visitAll` finds. */
function record(
  state: State,
  instructions: readonly Instruction[],
  visitAll: () => Pick<Part, "stage" | "scope">,
): void {
  const [definitions, uses] = [state.definitions.length, state.uses.length];
  const found = visitAll();
  finish(state, {
    ...found,
    instructions,
    definitions: state.definitions.slice(definitions),
    uses: state.uses.slice(uses),
  });
}

function finish(state: State, part: Part): void {
  const { stage, scope } = part;
  state.parts.push(part);
  if (stage === undefined) return;
  state.stages.push(stage);
  state.scopes.set(stage, scope);
  if (stage.name !== undefined) state.stageByName.set(stage.name.toLowerCase(), stage);
}

/** The preamble first, empty or not. */
function groupByStage(instructions: readonly Instruction[]): Instruction[][] {
  const groups: Instruction[][] = [[]];
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") groups.push([instruction]);
    else groups.at(-1)?.push(instruction);
  }
  return groups;
}

function visitStage(state: State, instructions: readonly Instruction[]): Pick<Part, "stage" | "scope"> {
  const [from] = instructions;
  if (from === undefined) return { stage: undefined, scope: state.globals };
  const [image, as, name] = from.words;
  const alias = as?.value.toUpperCase() === "AS" ? name : undefined;
  const base =
    image &&
    placedBase(
      from,
      image,
      (known) => knownIn(state, state.globals, known),
      (called) => state.stageByName.get(called),
    );
  const stage: Stage = {
    index: state.stages.length,
    name: alias?.value,
    nameRange: alias?.range,
    from,
    base,
    platform: from.flags.find((flag) => flag.name === "platform"),
    instructions,
    range: { start: from.range.start, end: (instructions.at(-1) ?? from).range.end },
  };
  const parent = base?.stage && state.scopes.get(base.stage);
  const scope = newScope(parent, { isComplete: parent?.isComplete ?? base?.isScratch ?? false });
  for (const instruction of instructions)
    visit(state, instruction, stage, instruction === from ? state.globals : scope);
  return { stage, scope };
}

function visit(state: State, instruction: Instruction, stage: Stage | undefined, scope: Scope): void {
  const uses = namedExpansionsAtZero(instruction.atZero);
  const { keyword } = instruction;
  if (keyword !== "ARG" && keyword !== "ENV") {
    if (uses.length === 0) return;
    for (const use of uses) state.uses.push(resolveUse(state, use, instruction, scope));
    return;
  }
  const found = pairsAtZero(instruction.atZero);
  const templates = pairTemplates(instruction);
  if (keyword === "ARG") {
    // One after the other: each sees what the ones before it on the same line define.
    for (const [index, pair] of found.entries()) {
      for (const use of uses)
        if (use.textIndex === index) state.uses.push(resolveUse(state, use, instruction, scope));
      bind(
        scope,
        define(state, pair, templates[index], instruction, stage, (name) => knownIn(state, scope, name)),
      );
    }
    return;
  }
  for (const use of uses) state.uses.push(resolveUse(state, use, instruction, scope));
  // All values first, then the names: the line does not see its own assignments.
  const above: Lookup = (name) => knownIn(state, scope, name);
  const bindings = found.map((pair, index) =>
    define(state, pair, templates[index], instruction, stage, above),
  );
  for (const binding of bindings) bind(scope, binding);
}

function define(
  state: State,
  pair: Pair,
  template: Template | undefined,
  instruction: Instruction,
  stage: Stage | undefined,
  lookup: Lookup,
): Binding {
  const kind = instruction.keyword === "ENV" ? "ENV" : "ARG";
  const known = knownValue(state, pair.name, template, kind, lookup);
  const resolved = typeof known === "string" ? undefined : known.value;
  const definition = new PlacedDefinition(pair, instruction, stage, resolved);
  state.definitions.push(definition);
  return { definition, known };
}

/** An ENV stays in force whatever an ARG of the same name says. */
function bind(scope: Scope, binding: Binding): void {
  const { name, kind } = binding.definition;
  if (kind === "ENV" || scope.find(name)?.definition.kind !== "ENV") scope.bind(binding);
}

function knownValue(
  state: State,
  name: string,
  template: Template | undefined,
  kind: "ARG" | "ENV",
  lookup: Lookup,
): Known {
  if (template !== undefined) {
    const value = evaluate(template, lookup);
    return value === undefined ? "unknown" : { value };
  }
  if (kind === "ENV") return "unknown";
  // An ARG without a value takes the default of the global argument, or what the builder itself gives.
  return state.globals.find(name)?.known ?? (platformArguments.has(name) ? "unknown" : "unset");
}

function knownIn(state: State, scope: Scope, name: string, before?: Instruction): Known {
  const binding = scope.find(name, before);
  if (binding !== undefined) return binding.known;
  const isGiven = scope === state.globals && platformArguments.has(name);
  return scope.isComplete && !isGiven ? "unset" : "unknown";
}

function resolveUse(state: State, use: ExpansionAtZero, instruction: Instruction, scope: Scope): VariableUse {
  const { expansion } = use;
  // A trigger runs in another build, with other arguments.
  const resolved =
    instruction.keyword === "ONBUILD" ? undefined : expand(expansion, (name) => knownIn(state, scope, name));
  return new PlacedUse(use, instruction, scope.find(expansion.name)?.definition, resolved);
}

/** Positional and special parameters, which no instruction can define, are left out. */
const namedExpansionsAtZero = oncePer((atZero: Instruction) =>
  expansionsAtZero(atZero).filter(({ expansion }) => /^[\p{L}_]/u.test(expansion.name)),
);
