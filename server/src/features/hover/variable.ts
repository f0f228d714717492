import { predefinedArgument } from "../../grammar/predefinedArguments";
import { variableModifiers } from "../../grammar/variableModifiers";
import type { Dockerfile } from "../../model/dockerfile";
import type { VariableDefinition, VariableUse } from "../../model/variables";
import { contains } from "../contains";
import { codeBlock, inlineCode, paragraphs } from "../prose/markdown";
import { setsItself, shellVariables } from "../shellVariables";
import { type VisibleVariable, variablesAt } from "../variablesAt";
import type { Found, Pointed } from "./found";

/** A variable where it is set, where the builder expands it, and where a shell will. */
export function hoverVariable(pointed: Pointed): Found | undefined {
  const { dockerfile, position } = pointed;
  const definition = dockerfile.variableDefinitions.find(({ nameRange }) => contains(nameRange, position));
  if (definition) return { range: definition.nameRange, value: definitionProse(definition, dockerfile) };
  const use = dockerfile.variableUses.findLast(({ range }) => contains(range, position));
  if (use) return { range: use.range, value: useProse(use, dockerfile) };
  return hoverShellVariable(pointed);
}

function definitionProse(definition: VariableDefinition, dockerfile: Dockerfile): string {
  const { name, kind, resolved, value, stage } = definition;
  const scope =
    kind === "ENV" ? "Lasts into the container." : stage ? "For this stage's build only." : GLOBAL;
  return paragraphs(
    `**${kind}** ${inlineCode(name)}`,
    resolved === undefined ? undefined : `Value: ${inlineCode(resolved)}`,
    kind === "ARG" && value === undefined && resolved === undefined ? whoSets(name) : undefined,
    scope,
    predefinedArgument(name)?.does,
    uses(definition, dockerfile),
  );
}

function whoSets(name: string): string {
  const { seenBy } = predefinedArgument(name) ?? {};
  return seenBy === "from" ? "The builder sets it." : "Without a default: set with `--build-arg`.";
}

const GLOBAL = "Global: FROM lines see it, and stages that name it in an ARG of their own.";

function uses(definition: VariableDefinition, { variableUses }: Dockerfile): string | undefined {
  const lines = variableUses
    .filter((use) => use.definition === definition)
    .map(({ range }) => range.start.line + 1);
  const distinct = [...new Set(lines)];
  if (distinct.length === 0) return undefined;
  const named = distinct.slice(0, 10).join(", ");
  return `Used in line${distinct.length > 1 ? "s" : ""} ${named}${distinct.length > 10 ? ", …" : ""}.`;
}

function useProse(use: VariableUse, dockerfile: Dockerfile): string {
  const { name, resolved, modifier, definition } = use;
  const form = variableModifiers.find((one) => one.modifier === modifier);
  return paragraphs(
    `**${definition?.kind ?? "Variable"}** ${inlineCode(name)}`,
    resolved === undefined ? `Value: ${UNKNOWN}` : `Value: ${inlineCode(resolved)}`,
    form && `\`${form.form}\`: ${form.does}`,
    definition
      ? setBy(definition, dockerfile)
      : (predefinedArgument(name)?.does ?? unsetProse(use, dockerfile)),
  );
}

const UNKNOWN = "only the build can tell.";
const SAME_INSTRUCTION =
  "This instruction sets it, but until its end the value from before holds, and nothing above sets one.";
const NOWHERE = "Nothing above sets it in this scope. A base image may.";

function unsetProse(use: VariableUse, dockerfile: Dockerfile): string {
  if (setsItToo(use, dockerfile)) return SAME_INSTRUCTION;
  return unseenGlobal(use.name, dockerfile) ?? NOWHERE;
}

/** A global argument of that name, which the stage does not see until it names it: what puzzles most people once. */
function unseenGlobal(name: string, { variableDefinitions }: Dockerfile): string | undefined {
  const global = variableDefinitions.find((one) => one.stage === undefined && one.name === name);
  if (global === undefined) return undefined;
  const line = global.nameRange.start.line + 1;
  return `The global argument of line ${line} is not seen here. Write ${inlineCode(`ARG ${name}`)} in this stage, above this line.`;
}

function setsItToo({ name, instruction }: VariableUse, { variableDefinitions }: Dockerfile): boolean {
  return variableDefinitions.some((one) => one.name === name && one.instruction === instruction);
}

function setBy({ instruction }: VariableDefinition, dockerfile: Dockerfile): string {
  const { start, end } = instruction.range;
  const line = dockerfile
    .line(start.line)
    .slice(start.character, start.line === end.line ? end.character : undefined);
  return paragraphs(`Set in line ${start.line + 1}:`, codeBlock(line));
}

function hoverShellVariable({ dockerfile, position, instruction }: Pointed): Found | undefined {
  const found = shellVariables(dockerfile, instruction).find(({ nameRange }) =>
    contains(nameRange, position),
  );
  if (found === undefined || setsItself(found.instruction, found.name)) return undefined;
  const variable = variablesAt(dockerfile, instruction).find(({ name }) => name === found.name);
  if (variable) return { range: found.nameRange, value: shellProse(variable, dockerfile) };
  const unseen = instruction.keyword === "RUN" ? unseenGlobal(found.name, dockerfile) : undefined;
  return {
    range: found.nameRange,
    value: unseen && paragraphs(`**Variable** ${inlineCode(found.name)}`, unseen),
  };
}

function shellProse({ name, definition, value, does }: VisibleVariable, dockerfile: Dockerfile): string {
  return paragraphs(
    `**${definition?.kind ?? "Variable"}** ${inlineCode(name)}`,
    value === undefined ? undefined : `Value: ${inlineCode(value)}`,
    definition ? setBy(definition, dockerfile) : does,
    "The shell expands it, not the builder.",
  );
}
