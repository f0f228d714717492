import type { ShellScript } from "../../model/shell";
import type { SyntaxNode } from "../../model/shellSyntax";

/** A command, a pipe or a group, by offsets of its script's text. */
export type ListItem = SyntaxNode & { readonly pos: number; readonly end: number };

/** The links of a script that is nothing but `a && b && c`, at least one; undefined for any other. */
export function andList({ ast, text }: ShellScript): readonly ListItem[] | undefined {
  const [statement, ...others] = ast?.commands ?? [];
  if (statement === undefined || others.length > 0 || statement.background) return undefined;
  // A comment would take in whatever is put behind it.
  if (text.slice(statement.end).trim() !== "") return undefined;
  const { command } = statement;
  if (command.type !== "AndOr") return [command];
  return command.operators.every((operator) => operator === "&&") ? command.commands : undefined;
}
