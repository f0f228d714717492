import { parse } from "unbash";
import type { Run } from "./logicalText";
import { once } from "./once";
import { type FoundCommand, type FoundError, findCommands } from "./shellCommands";
import { shellName } from "./shellName";
import type { ParsedScript } from "./shellSyntax";
import { readableShells } from "./shellWrappers";

/** What a shell would run, by offsets of the script's text alone, so that it holds wherever the text stands. */
export interface ReadScript {
  readonly ast: ParsedScript | undefined;
  readonly commands: readonly FoundCommand[];
  readonly errors: readonly FoundError[];
  readonly nested: readonly NestedScript[];
}

/** A script in the words or the heredoc of a command. */
export interface NestedScript {
  readonly invocation: readonly string[];
  /** Where its text stands in the script around it. */
  readonly runs: readonly Run[];
  readonly read: () => ReadScript;
}

/** Reads nothing where the shell is none whose language is known. */
export function readScript(text: string, shell: string | undefined, depth = 0): ReadScript {
  if (shell === undefined || !readableShells.has(shell)) return UNREAD;
  const ast = parsed(text);
  if (ast === undefined) return TOO_DEEP;
  const { commands, errors } = findCommands(ast);
  return { ast, commands, errors, nested: depth < DEEPEST ? nestedIn(commands, depth) : [] };
}

function nestedIn(commands: readonly FoundCommand[], depth: number): NestedScript[] {
  return commands.flatMap(({ inner }) => {
    if (inner === undefined) return [];
    const { invocation, runs } = inner;
    const text = runs.map((run) => run.text).join("");
    return [
      { invocation, runs, read: once(() => readScript(text, shellName(invocation[0] ?? ""), depth + 1)) },
    ];
  });
}

/** Scripts within scripts beyond this are left alone: each level may cost as much as the text. */
const DEEPEST = 6;

const UNREAD: ReadScript = { ast: undefined, commands: [], errors: [], nested: [] };
const TOO_DEEP: ReadScript = { ...UNREAD, errors: [{ message: "nested too deeply to be read", at: 0 }] };

function parsed(text: string): ParsedScript | undefined {
  try {
    return parse(text);
  } catch (error) {
    // unbash bounds most nesting, but not that of arithmetic, which may run out of stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
