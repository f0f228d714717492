import type { ShellScript } from "../../model/shell";
import { walkSyntax } from "../../model/shellSyntax";

/**
 * Whether a script may leave its shell another than it was: in another folder, with other variables, options or functions,
 * with something that still runs, or ended. What comes behind it in the same shell would then see the difference.
 */
export function changesShell({
  ast,
  commands,
  text,
}: Pick<ShellScript, "ast" | "commands" | "text">): boolean {
  if (ast === undefined || /\$\{\w+:?=/.test(text)) return true;
  let changes = commands.some(({ name }) => name === undefined || CHANGE.has(name));
  walkSyntax(ast, (node) => {
    if (node.type === "Function" || node.type === "Coproc") changes = true;
    if (node.type === "Statement" && node.background) changes = true;
    // The variable of a loop stays behind.
    if (node.type === "For" || node.type === "Select") changes = true;
  });
  return changes;
}

const CHANGE: ReadonlySet<string> = new Set([
  ..."cd pushd popd dirs export readonly declare typeset local set unset shopt umask ulimit let".split(" "),
  ..."alias unalias trap source . eval exec exit return hash enable read mapfile readarray getopts".split(
    " ",
  ),
]);
