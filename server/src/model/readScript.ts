import { parse } from "unbash";
import type { Run } from "./logicalText";
import { once } from "./once";
import type { Writing } from "./scriptWriting";
import { type FoundCommand, type FoundError, findCommands } from "./shellCommands";
import { shellName } from "./shellName";
import { type ParsedScript, walkSyntax } from "./shellSyntax";
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
  readonly writing: Writing;
  readonly read: () => ReadScript;
}

/** Reads nothing where the shell is none whose language is known. `isFed`: see ShellCommand. */
export function readScript(text: string, shell: string | undefined, isFed = false, depth = 0): ReadScript {
  if (shell === undefined || !readableShells.has(shell)) return UNREAD;
  const ast = nestsTooDeeply(text) ? undefined : parsed(text);
  if (ast === undefined) return TOO_DEEP;
  const { commands, errors } = findCommands(ast, isFed);
  return { ast, commands, errors, nested: depth < DEEPEST ? nestedIn(commands, depth) : [] };
}

function nestedIn(commands: readonly FoundCommand[], depth: number): NestedScript[] {
  return commands.flatMap(({ inner, isFed, words }) => {
    if (inner === undefined) return [];
    const { invocation, runs, writing } = inner;
    const text = runs.map((run) => run.text).join("");
    // What the shell reads itself is not there for its commands.
    const isLeft = isFed && (runs[0]?.start ?? 0) < (words.at(-1)?.end ?? 0);
    const read = once(() => readScript(text, shellName(invocation[0] ?? ""), isLeft, depth + 1));
    return [{ invocation, runs, writing, read }];
  });
}

/** Scripts within scripts beyond this are left alone: each level may cost as much as the text. */
const DEEPEST = 6;

const UNREAD: ReadScript = { ast: undefined, commands: [], errors: [], nested: [] };
const TOO_DEEP: ReadScript = { ...UNREAD, errors: [{ message: "nested too deeply to be read", at: 0 }] };

/** Brackets within brackets beyond this are given up before they are parsed, since unbash then takes seconds or all of the stack. */
const MOST_BRACKETS = 256;

function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[(){}]/g)) {
    if (bracket === "(" || bracket === "{") depth++;
    // A pattern of `case` closes what it did not open.
    else if (depth > 0) depth--;
    if (depth > MOST_BRACKETS) return true;
  }
  return false;
}

function parsed(text: string): ParsedScript | undefined {
  try {
    const script = parse(text);
    if (text.endsWith("\\")) keepWithin(script, text.length);
    return script;
  } catch (error) {
    // What nests without brackets may run out of stack as well.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where a text ends with a backslash in something that is still open, unbash counts one character more than there is. */
function keepWithin(script: ParsedScript, length: number): void {
  walkSyntax(script, (node) => {
    // The tree was made for us a moment ago, and nobody has seen it yet.
    const place: { pos: number; end: number } = node;
    place.pos = Math.min(place.pos, length);
    place.end = Math.min(place.end, length);
  });
}
