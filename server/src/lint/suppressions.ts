import type { Range } from "vscode-languageserver-types";
import type { Comment, Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";
import { picked } from "../model/sections";
import { checkComments } from "./checkComments";
import { checkDirective } from "./checkDirective";
import { type SuppressionComment, suppressionComment } from "./suppressionComment";

/** A comment or directive that silences findings, with the lines that it reaches. */
export interface Suppression {
  readonly tool: SuppressionComment["tool"] | "buildkit";
  readonly reach: SuppressionComment["reach"];
  readonly names: readonly SuppressedName[];
  /** Everything that the tool could say there, whatever its name. */
  readonly isForAll: boolean;
  /** First and last line, zero-based; undefined where it reaches the whole file. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
  /** The comment, or the option of the directive. */
  readonly range: Range;
  /** What to take away so that nothing of it is left. */
  readonly removal: Range;
  /** Why it silences nothing at all. */
  readonly void?: string;
}

export interface SuppressedName {
  readonly text: string;
  readonly range: Range;
}

/** Every suppression of the file, in order. */
export const suppressionsOf = oncePer((dockerfile: Dockerfile): readonly Suppression[] => [
  ...inDirective(dockerfile),
  ...inCheckComments(dockerfile),
  ...inComments(dockerfile),
  ...inHeredocs(dockerfile),
]);

function inDirective(dockerfile: Dockerfile): Suppression[] {
  const skip = checkDirective(dockerfile)?.skip;
  if (!skip) return [];
  const { names, all, range, removal } = skip;
  return [{ tool: "buildkit", reach: "file", names, isForAll: all, lines: undefined, range, removal }];
}

/** What stands in the middle of nowhere is no suppression that went wrong, but a directive: see misplaced-directive. */
function inCheckComments(dockerfile: Dockerfile): Suppression[] {
  return checkComments(dockerfile).flatMap(({ check: { skip, directive, mistakes }, lines, isRepeated }) => {
    if (!skip || !lines) return [];
    const { names, all, range, removal } = skip;
    const why = isRepeated
      ? "The builder reads the first of several above an instruction: name all checks in that one."
      : mistakes.some(({ kind }) => kind === "option")
        ? "The builder cannot read its options. Write skip= and names with commas between them."
        : undefined;
    return [
      {
        tool: "buildkit",
        reach: "instruction",
        names,
        isForAll: all,
        range: why === undefined ? range : directive.range,
        removal,
        lines,
        ...(why !== undefined && { lines: NOWHERE, void: why }),
      },
    ];
  });
}

function inComments(dockerfile: Dockerfile): Suppression[] {
  return dockerfile.comments.flatMap((comment) => {
    const said = saidIn(comment);
    if (!said) return NONE;
    const names = said.names.map(({ text, start }) => ({
      text,
      range: nameRange(comment, start, text.length),
    }));
    const isForAll = said.tool === "dockerfile-utils" || isAll(said);
    const { range } = comment;
    const removal = wholeLine(range.start.line);
    return [{ ...said, names, isForAll, range, removal, ...reachOf(said, comment, dockerfile) }];
  });
}

// Nearly all comments speak to people, and a keystroke leaves them where they are.
const saidIn = oncePer(({ text }: Comment) => suppressionComment(text));

const NONE: readonly Suppression[] = [];

/** With its line break: a comment has its line to itself. */
export function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}

/** `# drydock ignore=all`. The other tools have names for single rules only, ShellCheck apart. */
function isAll({ tool, names }: SuppressionComment): boolean {
  return (tool === "drydock" || tool === "shellcheck") && names.some(({ text }) => text === "all");
}

function nameRange({ textRange: { start } }: Comment, offset: number, length: number): Range {
  const character = start.character + offset;
  return { start: { line: start.line, character }, end: { line: start.line, character: character + length } };
}

type Reach = Pick<Suppression, "lines" | "void">;

function reachOf(
  { tool, reach, unreadable }: SuppressionComment,
  comment: Comment,
  dockerfile: Dockerfile,
): Reach {
  const { line } = comment.range.start;
  if (unreadable) return { lines: NOWHERE, void: unreadable };
  if (reach === "file") return { lines: undefined };
  const around = dockerfile.instructionAt(line);
  if (around) return reachWithin(around, tool, line);
  if (reach === "stage") return stageReach(line, dockerfile);
  const next = instructionAfter(line, dockerfile);
  if (!next) return { lines: NOWHERE, void: "No instruction follows it." };
  if ((tool === "dockerfile-utils" || tool === "hadolint") && next.firstLine !== line + 1)
    return { lines: NOWHERE, void: `${tool} looks at the very next line only: put it right above.` };
  return { lines: linesOf(next) };
}

const NOWHERE = { first: -1, last: -1 };

/** Between the lines of an instruction: the builder takes the comment out, so only who reads lines can heed it. */
function reachWithin(around: Instruction, tool: Suppression["tool"], line: number): Reach {
  if (tool === "hadolint" || tool === "dockerfile-utils")
    return {
      lines: NOWHERE,
      void: `${tool} does not see a comment between the lines of an instruction: put it above the instruction.`,
    };
  const next = line - around.firstLine + 1;
  const reached = around.firstLine + (contentFrom(around.atZero)[next] ?? around.lineCount - 1);
  return { lines: { first: reached, last: reached } };
}

/** For each line of an instruction the first from there on that is neither blank nor a comment, or else the last one. */
const contentFrom = oncePer(
  ({ comments, emptyContinuationLines, lineCount }: Instruction): readonly number[] => {
    const isPassedOver = new Set([
      ...comments.map(({ range }) => range.start.line),
      ...emptyContinuationLines,
    ]);
    const found: number[] = [];
    let next = lineCount - 1;
    for (let line = lineCount - 1; line >= 0; line--) {
      if (!isPassedOver.has(line)) next = line;
      found[line] = next;
    }
    return found;
  },
);

/** Down to the stage's end. Above a FROM it speaks of the stage that begins there, the FROM itself left out, as hadolint has it. */
function stageReach(line: number, dockerfile: Dockerfile): Reach {
  const next = instructionAfter(line, dockerfile);
  const stage =
    next && (next.keyword === "FROM" ? dockerfile.stageAt(next.firstLine) : dockerfile.stageAt(line));
  if (!next || !stage) return { lines: NOWHERE, void: "No stage follows it." };
  const first = next.keyword === "FROM" ? next.firstLine + 1 : next.firstLine;
  return { lines: { first, last: stage.range.end.line } };
}

function linesOf({ firstLine, lineCount }: Instruction): { first: number; last: number } {
  return { first: firstLine, last: firstLine + lineCount - 1 };
}

function instructionAfter(line: number, { instructions }: Dockerfile): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instructions[middle]?.firstLine ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return instructions[low];
}

/**
 * The shell's own comments in the heredocs of RUN. ShellCheck lets one reach the next command, and all of the script
 * where no command stands before it.
 */
function inHeredocs(dockerfile: Dockerfile): Suppression[] {
  return withHeredocs(dockerfile)
    .flatMap(({ heredocs }) => heredocs)
    .flatMap(({ body, bodyRange }) =>
      /#\s*(?:shellcheck|drydock)\s/i.test(body) ? inShell(linesIn(body), bodyRange.start.line) : [],
    );
}

const withHeredocs = picked(({ keyword, heredocs }) => keyword === "RUN" && heredocs.length > 0);

function linesIn(body: string): string[] {
  return body.replace(/\r?\n$/, "").split(/\r?\n/);
}

function inShell(lines: readonly string[], firstLine: number): Suppression[] {
  const { nextCommand, commandEnd } = commandsAmong(lines);
  const firstCommand = nextCommand[0] ?? lines.length;
  return lines.flatMap((line, index): Suppression[] => {
    const [lead = ""] = /^\s*#\s*/.exec(line) ?? [];
    const said = lead === "" ? undefined : suppressionComment(line.slice(lead.length).trimEnd());
    if (said?.tool !== "shellcheck" && said?.tool !== "drydock") return [];
    const at = (character: number) => ({ line: firstLine + index, character });
    const from = nextCommand[index + 1] ?? lines.length;
    const to = index < firstCommand ? lines.length - 1 : (commandEnd[from] ?? lines.length);
    return [
      {
        ...said,
        names: said.names.map(({ text: name, start }) => ({
          text: name,
          range: { start: at(lead.length + start), end: at(lead.length + start + name.length) },
        })),
        isForAll: isAll(said),
        lines: said.reach === "file" ? undefined : { first: firstLine + from, last: firstLine + to },
        range: { start: at(lead.indexOf("#")), end: at(line.length) },
        removal: wholeLine(firstLine + index),
        ...(said.unreadable && { lines: NOWHERE, void: said.unreadable }),
      },
    ];
  });
}

/** For each line the first from there on that is neither blank nor a comment, and the last that a backslash joins to it. */
function commandsAmong(lines: readonly string[]) {
  const nextCommand: number[] = [];
  const commandEnd: number[] = [];
  let next = lines.length;
  let end = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] ?? "";
    const isCommand = !/^\s*(#|$)/.test(line);
    if (isCommand) next = index;
    if (!isCommand || !line.endsWith("\\")) end = index;
    nextCommand[index] = next;
    commandEnd[index] = end;
  }
  return { nextCommand, commandEnd };
}
