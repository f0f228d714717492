import type { SyntaxNode, WordPart } from "./shellSyntax";

/** Whether `$(…)` holds a command that never prints a blank, whatever the machine: a number, an architecture, an id. */
export function printsOneWord(part: WordPart): boolean {
  if (part.type !== "CommandExpansion") return false;
  const statements = part.script?.commands ?? [];
  return statements.length === 1 && statements[0] !== undefined && isOneWord(statements[0].command);
}

function isOneWord(node: SyntaxNode): boolean {
  // A way out such as `|| echo 1` is as good as what it stands for.
  if (node.type === "AndOr")
    return node.operators.every((operator) => operator === "||") && node.commands.every(isOneWord);
  if (node.type === "Pipeline") {
    const last = node.commands.at(-1);
    return last !== undefined && isOneWord(last);
  }
  if (node.type !== "Command") return false;
  const options = node.args.map(({ text }) => text);
  const rule = printers.get(node.name?.text ?? "");
  return rule !== undefined && (rule === "always" || rule.test(options.join(" ")));
}

/** By what follows the name, on one line. */
const printers: ReadonlyMap<string, "always" | RegExp> = new Map<string, "always" | RegExp>([
  ["apk", /^--print-arch$/],
  ["arch", "always"],
  ["basename", /^[\w./-]+$/],
  ["date", /^(?:-u )?(?:--utc )?["']?\+[^ ]+$/],
  ["dpkg", /^--print-(?:foreign-)?architecture$/],
  ["dpkg-architecture", /(?:^| )(?:-q|--query )\w+$/],
  ["echo", /^[\w./-]+$/],
  ["expr", "always"],
  ["getconf", "always"],
  ["hostname", /^$/],
  ["id", /^-[ugn]+(?: [\w$-]+)?$/],
  ["lsb_release", /^-(?:[rci]s|s[rci])$/],
  ["mktemp", /^(?:-d)?$/],
  ["nproc", "always"],
  ["rpm", /^(?:-E|--eval) ['"]?%\{?\??\w+\}?['"]?$/],
  ["uname", /^(?:-[smnrpio])?$/],
  ["wc", /^-[lcwm]$/],
  ["whoami", "always"],
]);
