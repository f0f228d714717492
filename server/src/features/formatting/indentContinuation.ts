import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { type InstructionLine, instructionLines } from "../../model/instructionLines";
import type { FormatOptions } from "./formatOptions";
import { columnsOf, indentationOf, indentationWith } from "./indentation";
import type { InstructionSpans } from "./instructionSpans";
import type { Span } from "./span";

interface Layout {
  readonly spans: InstructionSpans;
  readonly options: FormatOptions;
  /** Of the instruction's first line. */
  readonly indentation: string;
  /** What else is changed, on the first line too. */
  readonly edits: readonly TextEdit[];
}

/**
 * Moves the continuation lines of an instruction as a block, so that the leftmost stands one step in; what the author
 * nested stays nested. A block that hangs below a word of the first line goes on hanging there. Lines that begin within
 * quotes, or within a word, stay where they are.
 */
export function indentContinuation(
  dockerfile: Dockerfile,
  instruction: Instruction,
  layout: Layout,
): TextEdit[] {
  if (instruction.lineCount === 1) return [];
  const { indent } = layout.options;
  const columns = (line: number) => columnsOf(indentationOf(dockerfile.line(line)), indent);
  const below = instructionLines(dockerfile, instruction).slice(1);
  const movable = withoutClosers(movableLines(dockerfile, instruction, layout.spans.solids, below), (line) =>
    dockerfile.line(line),
  );
  if (movable.length === 0) return [];
  const leftmost = movable.reduce((least, line) => Math.min(least, columns(line)), Number.POSITIVE_INFINITY);
  const target =
    hangingColumn(dockerfile, instruction, layout, movable) ??
    columnsOf(layout.indentation, indent) + indent.width;
  const comments = below.flatMap(({ kind, line }) => (kind === "comment" && columns(line) > 0 ? [line] : []));
  return [...movable, ...comments].flatMap((line) => {
    const present = indentationOf(dockerfile.line(line));
    const newText = indentationWith(Math.max(0, columns(line) + target - leftmost), indent);
    if (newText === present) return [];
    return [{ range: { start: { line, character: 0 }, end: { line, character: present.length } }, newText }];
  });
}

/** Those whose indentation is nothing but layout. */
export function movableLines(
  dockerfile: Dockerfile,
  { line: { text } }: Instruction,
  solids: readonly Span[],
  lines: readonly InstructionLine[],
): number[] {
  const movable: number[] = [];
  let next = 0;
  let to = 0;
  let from = 0;
  for (const { kind, line, start } of lines) {
    if (kind !== "content" || start === undefined) continue;
    // Blanks may go on over several lines; they are looked at once.
    if (start > to || to === 0) {
      from = start;
      to = start;
      while (isBlank(text[from - 1])) from--;
    }
    to = Math.max(to, start);
    while (isBlank(text[to])) to++;
    // A span that ends where the blanks begin, or begins where they end, is none of their concern.
    while ((solids[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next++;
    if ((solids[next]?.start ?? Number.POSITIVE_INFINITY) < to) continue;
    // An escape takes the first of the blanks behind it, so their number may matter.
    if (/[\\`]/.test(text[from - 1] ?? "")) continue;
    const isIndented = indentationOf(dockerfile.line(line)) !== "";
    if (isIndented || from < start || isBehindOperator(text, start)) movable.push(line);
  }
  return movable;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

/** `a &&\` with `b` at the very left below: there a blank may be added, whereas two halves of a word would fall apart. */
function isBehindOperator(text: string, at: number): boolean {
  return (
    /(?:&&|[|;])$/.test(text.slice(Math.max(0, at - 2), at)) && /^[a-z_./]/i.test(text.slice(at, at + 1))
  );
}

/** Brackets and words at the left edge that close what the first line opened belong to that line's level. */
function withoutClosers(lines: readonly number[], textOf: (line: number) => string): readonly number[] {
  const others = lines.filter((line) => !/^(?:[\])}]|(?:fi|done|esac)\b)/.test(textOf(line)));
  return others.every((line) => indentationOf(textOf(line)) !== "") ? others : lines;
}

/** Where the word will stand that the block hangs below; undefined where it hangs below none. */
function hangingColumn(
  dockerfile: Dockerfile,
  { firstLine, line }: Instruction,
  { spans: { solids, isScript }, edits }: Layout,
  movable: readonly number[],
): number | undefined {
  const indentations = movable.map((each) => indentationOf(dockerfile.line(each)));
  if (indentations.some((indentation) => indentation.includes("\t"))) return undefined;
  const leftmost = indentations.reduce(
    (least, { length }) => Math.min(least, length),
    Number.POSITIVE_INFINITY,
  );
  // Behind a short keyword, the first word of a script is where one step in would be: nothing hangs there by intent.
  const place = solids
    .slice(isScript ? 2 : 1)
    .map(({ start }) => line.positionAt(start))
    .find((position) => position.line === firstLine && position.character === leftmost);
  if (place === undefined) return undefined;
  return edits.reduce((column, { range: { start, end }, newText }) => {
    const isBefore = start.line === firstLine && end.line === firstLine && end.character <= place.character;
    return isBefore ? column + newText.length - (end.character - start.character) : column;
  }, leftmost);
}
