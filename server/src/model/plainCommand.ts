import type { ShellScript, ShellWord } from "./shell";
import type { Command, SyntaxWord } from "./shellSyntax";
import { knownValue } from "./shellWords";

/**
 * The words of a script that is a single command of a program, for which no shell is needed: no variables, patterns,
 * pipes, redirections, assignments or commands that only a shell has. A leading `exec` is left out. Undefined for any other.
 */
export function plainCommand({ ast, commands, errors, text }: ShellScript): readonly ShellWord[] | undefined {
  const [command] = commands;
  const [statement] = ast?.commands ?? [];
  if (!command?.node || commands.length > 1 || errors.length > 0) return undefined;
  // Redirections of a group, a subshell or an ampersand stand outside of the command itself.
  if (statement?.command !== command.node || statement.background) return undefined;
  // A comment, or what the parser did not read and did not tell.
  if (text.slice(statement.end).trim() !== "") return undefined;
  const { node, assignments, redirections, name, nameStart, nameEnd, nameRange, words, start } = command;
  if (name === undefined || !node.name || shellOnly.has(name)) return undefined;
  if (assignments.length > 0 || redirections.length > 0) return undefined;
  if (!/^(?:exec\s+)?$/.test(text.slice(start, nameStart))) return undefined;
  const program = text.slice(nameStart, nameEnd);
  const value = knownValue(programWord(node, nameStart) ?? node.name);
  const first = { text: program, value, range: nameRange, start: nameStart, end: nameEnd };
  return [first, ...words].every(isPlain) ? [first, ...words] : undefined;
}

/** Behind `exec` the program is one of the words. */
function programWord({ args }: Command, start: number): SyntaxWord | undefined {
  return args.find((word): word is SyntaxWord => word.type === "Word" && word.pos === start);
}

/** Commands that no program stands for, or that do nothing by themselves. */
const shellOnly = new Set([
  ...[
    ".",
    ":",
    "alias",
    "bg",
    "break",
    "builtin",
    "cd",
    "command",
    "declare",
    "eval",
    "exec",
    "exit",
    "export",
  ],
  ...[
    "fg",
    "hash",
    "jobs",
    "let",
    "local",
    "popd",
    "pushd",
    "read",
    "readonly",
    "return",
    "set",
    "shift",
    "shopt",
  ],
  ...["source", "time", "times", "trap", "type", "typeset", "ulimit", "umask", "unalias", "unset", "wait"],
]);

/** A tilde, a pattern or a brace outside of quotes is the shell's to expand. */
function isPlain({ text, value }: ShellWord): boolean {
  if (value === undefined) return false;
  return /^(?:'[^']*'|"[^"]*")$/.test(text) || !/[*?[\]{}~]/.test(value);
}
