import type { Dockerfile } from "./dockerfile";
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
export function baseByDefaults(
  { variableUses }: Dockerfile,
  { from, base }: Stage,
): BaseByDefaults | undefined {
  if (!base) return undefined;
  const { start, end } = base.range;
  const variables = variableUses.filter(
    ({ instruction, range }) =>
      instruction === from &&
      range.start.line === start.line &&
      range.start.character >= start.character &&
      range.end.character <= end.character,
  );
  if (variables.length === 0 || start.line !== end.line) return undefined;
  if (variables.some(({ name }) => platformArguments.has(name))) return undefined;
  if (base.expanded !== undefined) return { text: base.expanded, variables };
  let text = base.word.text;
  for (const { range, resolved } of [...variables].reverse()) {
    const first = range.start.character - start.character;
    const to = range.end.character - start.character;
    text = text.slice(0, first) + (resolved ?? "") + text.slice(to);
  }
  return { text: text.replace(/["']/g, ""), variables };
}
