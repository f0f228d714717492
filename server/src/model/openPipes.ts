import type { Range } from "vscode-languageserver-types";
import { lastAtOrBefore } from "./lineIndex";
import type { ShellScript } from "./shell";
import { type AndOr, type Command, type Pipeline, type SyntaxNode, walkSyntax } from "./shellSyntax";

/** A pipe whose left side may fail without anybody taking notice. */
export interface OpenPipe {
  /** Of the first `|`. */
  readonly range: Range;
  /** The script that it stands in, which may be one within the instruction's. */
  readonly script: ShellScript;
}

/**
 * The pipes of a script and of those within it, in order, that hide a failure: not after `set -o pipefail`, not where the
 * shell was called with it, not in a condition, which asks for the answer of the last command, not before `|| true`, and not where all that
 * stands to the left just writes text.
 */
export function openPipes(script: ShellScript): OpenPipe[] {
  const nested = script.nested.flatMap(openPipes);
  const { text } = script;
  if (!script.ast || !text.includes("|") || script.invocation.some((word) => /pipefail/.test(word)))
    return nested;
  const found: Pipeline[] = [];
  const conditions: SyntaxNode[] = [];
  const minded: Stretch[] = [];
  const shells: Stretch[] = [];
  walkSyntax(script.ast, (node) => {
    if (node.type === "Subshell" || node.type === "CommandExpansion") shells.push(node);
    else if (node.type === "Command" && setsPipefail(node)) minded.push(restOf(node, shells, text));
    else if (node.type === "If" || node.type === "While" || node.type === "Elif")
      conditions.push(node.clause);
    else if (node.type === "AndOr") conditions.push(...forgiven(node));
    else if (node.type === "Pipeline" && node.commands.length > 1) found.push(node);
  });
  const isWithin = withinAnyOf([...conditions, ...minded]);
  const own = found.filter(
    (pipe) =>
      !isWithin(pipe) &&
      !pipe.prefixes.some(({ type }) => type === "Negation") &&
      !pipe.commands.slice(0, -1).every(onlyWrites),
  );
  return [...own.map((pipe) => ({ range: signOf(pipe, script), script })), ...nested];
}

interface Stretch {
  readonly pos: number;
  readonly end: number;
}

/** `set -eo pipefail`, or bash's own `shopt -so pipefail`. */
function setsPipefail({ name, args }: Command): boolean {
  const at = args.findIndex((word) => word.text === "pipefail");
  if (at < 0 || name === undefined) return false;
  return (name.text === "set" && !args[at - 1]?.text.startsWith("+")) || name.text === "shopt";
}

/** From a command on to the end of the shell that it stands in, the innermost that has begun before it. */
function restOf({ pos }: Command, shells: readonly Stretch[], text: string): Stretch {
  const around = shells.findLast((shell) => shell.pos < pos && pos < shell.end);
  return { pos, end: around?.end ?? text.length };
}

/** What stands before `|| true`, whose failure is taken on purpose. */
function forgiven({ commands, operators }: AndOr): readonly SyntaxNode[] {
  const last = commands.at(-1);
  const isForgiven = operators.at(-1) === "||" && last !== undefined && onlyWrites(last);
  return isForgiven ? commands.slice(0, -1) : [];
}

/** Whether a node lies in one of these, found by halving: a script may have thousands of both. */
function withinAnyOf(nodes: readonly Stretch[]): (node: Stretch) => boolean {
  if (nodes.length === 0) return () => false;
  const sorted = [...nodes].sort((a, b) => a.pos - b.pos);
  const starts = sorted.map(({ pos }) => pos);
  let furthest = 0;
  const ends = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ pos, end }) => {
    const last = lastAtOrBefore(starts, pos);
    return (starts[last] ?? 0) <= pos && end <= (ends[last] ?? 0);
  };
}

function onlyWrites(node: SyntaxNode): boolean {
  const name = node.type === "Command" ? node.name?.value : undefined;
  return name !== undefined && writers.has(name);
}

const writers = new Set(["echo", "printf", "true", "yes", ":"]);

function signOf({ commands, pos }: Pipeline, script: ShellScript): Range {
  const [first] = commands;
  const at = script.text.indexOf("|", first?.end ?? pos);
  return script.rangeOf(at, at + 1);
}
