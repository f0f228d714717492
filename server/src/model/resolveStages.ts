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
}

/** Goes through the instructions once; each sees what those above it defined. */
export function resolveStages(instructions: readonly Instruction[]): Resolution {
  const state = newState();
  for (const group of groupByStage(instructions)) {
    const [from] = group;
    if (from?.keyword === "FROM") visitStage(state, from, group);
    else for (const instruction of group) visit(state, instruction, undefined, state.globals);
  }
  return {
    preamble: state.preamble,
    stages: state.stages,
    definitions: state.definitions,
    uses: state.uses,
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
  readonly preamble: Instruction[];
  readonly stages: Stage[];
  readonly definitions: VariableDefinition[];
  readonly uses: VariableUse[];
  readonly scopes: Map<Stage, Scope>;
  /** By lower-case name; of several with one name the last counts. */
  readonly stageByName: Map<string, Stage>;
}

function newState(): State {
  return {
    globals: newScope(undefined, { isComplete: true }),
    preamble: [],
    stages: [],
    definitions: [],
    uses: [],
    scopes: new Map(),
    stageByName: new Map(),
  };
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

function visitStage(state: State, from: Instruction, instructions: readonly Instruction[]): void {
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
  state.scopes.set(stage, scope);
  for (const instruction of instructions) {
    visit(state, instruction, stage, instruction === from ? state.globals : scope);
  }
  state.stages.push(stage);
  if (stage.name !== undefined) state.stageByName.set(stage.name.toLowerCase(), stage);
}

function visit(state: State, instruction: Instruction, stage: Stage | undefined, scope: Scope): void {
  if (stage === undefined) state.preamble.push(instruction);
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
