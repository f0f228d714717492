import { assignmentOf, type CommandWords, type FoundAssignment, readCommandWords } from "./commandWords";
import type { ScriptInput } from "./innerScript";
import { type Command, childrenOf, type ParsedScript, type SyntaxNode, type SyntaxWord } from "./shellSyntax";
import { knownValue, scriptRuns } from "./shellWords";
import type { WrittenWord } from "./writtenWord";

/** A simple command by offsets of the script's text. */
export interface FoundCommand extends CommandWords {
  /** Undefined for an exec form. */
  readonly node: Command | undefined;
  readonly start: number;
  readonly end: number;
  readonly operatorBefore: Operator | undefined;
  /** See ShellCommand. */
  readonly isFed: boolean;
}

export type Operator = "&&" | "||" | ";" | "&" | "|";

export interface FoundError {
  readonly message: string;
  readonly at: number;
}

/** Every simple command below a script in the order of the text, and what could not be read. `isFed`: see ShellCommand. */
export function findCommands(
  script: ParsedScript,
  isFed: boolean,
): { commands: FoundCommand[]; errors: FoundError[] } {
  const commands: FoundCommand[] = [];
  const errors: FoundError[] = [];
  // An own stack, since a text may nest deeper than calls can.
  const waiting: { node: SyntaxNode; operator: Operator | undefined; fed: boolean }[] = [
    { node: script, operator: undefined, fed: isFed },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, operator, fed } = next;
    if (node.type === "Script") {
      const { source, errors: found } = node as ParsedScript;
      // Its offsets count in a text of its own.
      if (source !== undefined) continue;
      for (const { message, pos } of found ?? []) errors.push({ message, at: pos });
    }
    if (node.type === "Command") commands.push(commandOf(node, operator, fed));
    const children = childrenOf(node);
    if (children.length === 0) continue;
    const operators = operatorsBefore(node, operator);
    const feeds = fedWithin(node, fed);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) waiting.push({ node: child, operator: operators(index), fed: feeds(index) });
    }
  }
  commands.sort((a, b) => a.start - b.start);
  errors.sort((a, b) => a.at - b.at);
  return { commands, errors };
}

/** How each child of a node is reached from the one before it. */
function operatorsBefore(
  node: SyntaxNode,
  inherited: Operator | undefined,
): (index: number) => Operator | undefined {
  switch (node.type) {
    case "Script":
    case "CompoundList":
      return (index) => (index === 0 ? undefined : node.commands[index - 1]?.background ? "&" : ";");
    case "Statement":
      return () => inherited;
    case "AndOr":
      return (index) => (index === 0 ? inherited : node.operators[index - 1]);
    case "Pipeline": {
      const first = node.prefixes.length;
      return (index) => (index <= first ? inherited : "|");
    }
    case "Redirected":
      return (index) => (index === 0 ? inherited : undefined);
    default:
      return () => undefined;
  }
}

/** A loop takes its input line by line for itself, so that what is in it is not counted as fed. */
function fedWithin(node: SyntaxNode, fed: boolean): (index: number) => boolean {
  switch (node.type) {
    case "Pipeline":
      return (index) => fed || index > node.prefixes.length;
    case "Redirected":
      return () => fed || node.redirects.some(readsFrom);
    case "Script":
    case "CompoundList":
    case "Statement":
    case "AndOr":
    case "Subshell":
    case "BraceGroup":
      return () => fed;
    default:
      return () => false;
  }
}

function readsFrom({ operator }: Command["redirects"][number]): boolean {
  return operator.includes("<");
}

function commandOf(node: Command, operatorBefore: Operator | undefined, fed: boolean): FoundCommand {
  const name = node.name === undefined ? [] : [wordOf(node.name)];
  const found = readCommandWords([...name, ...node.args.map(argumentOf)], inputOf(node));
  const before: FoundAssignment[] = [];
  for (const part of node.prefix)
    if (part.type === "Assignment") before.push(assignmentOf(part.text, part.pos));
  const assignments = [...before, ...found.assignments];
  const isFed = fed || node.redirects.some(readsFrom);
  return { ...found, assignments, node, start: node.pos, end: node.end, operatorBefore, isFed };
}

function wordOf(node: SyntaxWord): WrittenWord {
  const { text, pos, end } = node;
  return { text, value: knownValue(node), start: pos, end, scriptRuns: () => scriptRuns(node) };
}

function argumentOf(argument: Command["args"][number]): WrittenWord {
  if (argument.type === "Word") return wordOf(argument);
  const { text, pos, end, value, name } = argument;
  const known = value.type === "Word" ? knownValue(value) : undefined;
  const plain = { text, start: pos, end };
  return { ...plain, value: known === undefined ? undefined : `${name}=${known}`, scriptRuns: () => [plain] };
}

/** The heredoc that it reads, the last of several. */
function inputOf({ redirects }: Command): ScriptInput | undefined {
  const heredoc = redirects.findLast(({ type }) => type === "HereDoc");
  if (heredoc?.type !== "HereDoc") return undefined;
  const { text, pos, end, parts } = heredoc.body;
  const isExpanded = parts?.some(({ type }) => type !== "Literal");
  const writing = heredoc.delimiter?.quoted ? "plain" : isExpanded ? "expanded" : "mixed";
  return { run: { text, start: pos, end }, writing };
}
