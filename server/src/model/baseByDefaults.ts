import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { platformArguments } from "./platformArguments";
import type { Stage } from "./stages";
import type { VariableUse } from "./variables";

/** What a FROM names when the build is given no arguments. */
export interface BaseByDefaults {
  /** With every variable replaced by its default, or by nothing where it has none. */
  readonly text: string;
  readonly variables: readonly VariableUse[];
}

/** Undefined for a FROM without variables, and where the build itself sets one of them. */
export function baseByDefaults(dockerfile: Dockerfile, { from, base }: Stage): BaseByDefaults | undefined {
  if (!base) return undefined;
  const { start, end } = base.range;
  const variables = (usesInFrom(dockerfile).get(from) ?? []).filter(
    ({ range }) =>
      range.start.line === start.line &&
      range.start.character >= start.character &&
      range.end.character <= end.character,
  );
  if (variables.length === 0 || start.line !== end.line) return undefined;
  if (variables.some(({ name }) => platformArguments.has(name))) return undefined;
  if (base.expanded !== undefined) return { text: base.expanded, variables };
  const parts: string[] = [];
  let at = 0;
  for (const { range, resolved = "" } of variables) {
    const first = range.start.character - start.character;
    // What stands within another one's operand went with that one.
    if (first < at) continue;
    parts.push(base.word.text.slice(at, first), resolved);
    at = range.end.character - start.character;
  }
  parts.push(base.word.text.slice(at));
  return { text: parts.join("").replace(/["']/g, ""), variables };
}

const usesInFrom = oncePer(({ variableUses }: Dockerfile) => {
  const uses = new Map<Instruction, VariableUse[]>();
  for (const use of variableUses) {
    if (use.instruction.keyword !== "FROM") continue;
    const others = uses.get(use.instruction);
    if (others) others.push(use);
    else uses.set(use.instruction, [use]);
  }
  return uses;
});
