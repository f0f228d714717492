import type { Position, Range } from "vscode-languageserver-types";
import { lastAtOrBefore } from "./lineIndex";

/** Text as the builder reads it, after line breaks and comments are taken out, that still knows where each character stood. */
export interface LogicalText {
  readonly text: string;
  /** Where the character at this offset of `text` stands in the document. */
  positionAt(offset: number): Position;
  /** `end` is exclusive, and lands behind the last character's own place, not before the next one's. */
  rangeOf(start: number, end: number): Range;
  /** A part of it, whose offsets begin at zero again. */
  slice(start: number, end: number): LogicalText;
}

/** Where the pieces of a logical text come from: the n-th begins at `offsets[n]` of the text, there in the document. */
export interface Pieces {
  readonly offsets: readonly number[];
  readonly places: readonly Position[];
}

/** `base` is the offset at which `text` begins within the text that the pieces describe; `firstLine` moves all of it down. */
export function logicalText(text: string, pieces: Pieces, base = 0, firstLine = 0): LogicalText {
  return new PiecedText(text, pieces, base, firstLine);
}

/** The same text, some lines further down. */
export function movedDown(logical: LogicalText, lines: number): LogicalText {
  return logical instanceof PiecedText ? logical.movedDown(lines) : new MovedText(logical, lines);
}

class PiecedText implements LogicalText {
  readonly text: string;
  readonly #pieces: Pieces;
  readonly #base: number;
  readonly #firstLine: number;

  constructor(text: string, pieces: Pieces, base: number, firstLine: number) {
    this.text = text;
    this.#pieces = pieces;
    this.#base = base;
    this.#firstLine = firstLine;
  }

  positionAt(offset: number): Position {
    const { offsets, places } = this.#pieces;
    const at = this.#base + offset;
    const piece = offsets.length === 1 ? 0 : lastAtOrBefore(offsets, at);
    const place = places[piece] ?? { line: 0, character: 0 };
    const character = place.character + at - (offsets[piece] ?? 0);
    // Behind the last line break is no place but its own, unless another piece begins there.
    const isBehindBreak = offset === this.text.length && offsets[piece] !== at && this.text.endsWith("\n");
    return { line: place.line + this.#firstLine, character: isBehindBreak ? character - 1 : character };
  }

  rangeOf(start: number, end: number): Range {
    const from = this.positionAt(start);
    if (end <= start) return { start: from, end: from };
    const last = this.positionAt(end - 1);
    // A line break stands at the end of its line and takes no place there.
    const width = this.text[end - 1] === "\n" ? 0 : 1;
    return { start: from, end: { line: last.line, character: last.character + width } };
  }

  slice(start: number, end: number): LogicalText {
    return new PiecedText(this.text.slice(start, end), this.#pieces, this.#base + start, this.#firstLine);
  }

  movedDown(lines: number): LogicalText {
    return new PiecedText(this.text, this.#pieces, this.#base, this.#firstLine + lines);
  }
}

class MovedText implements LogicalText {
  readonly text: string;
  readonly #logical: LogicalText;
  readonly #lines: number;

  constructor(logical: LogicalText, lines: number) {
    this.text = logical.text;
    this.#logical = logical;
    this.#lines = lines;
  }

  positionAt(offset: number): Position {
    return this.#down(this.#logical.positionAt(offset));
  }

  rangeOf(start: number, end: number): Range {
    const range = this.#logical.rangeOf(start, end);
    return { start: this.#down(range.start), end: this.#down(range.end) };
  }

  slice(start: number, end: number): LogicalText {
    return new MovedText(this.#logical.slice(start, end), this.#lines);
  }

  #down({ line, character }: Position): Position {
    return { line: line + this.#lines, character };
  }
}

/** A piece that stands on one line of the document. */
export function placedText(text: string, place: Position): LogicalText {
  return logicalText(text, { offsets: [0], places: [place] });
}

/** A stretch of a derived text and the offsets that it came from; where the lengths differ it stands for all of them at once. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Text made from stretches of another, such as what is left of a string when quotes and escapes are taken away. */
export function derivedText(source: LogicalText, runs: readonly Run[]): LogicalText {
  const { before, behind } = sourceOffsets(runs);
  return ofRanges(runs.map(({ text }) => text).join(""), (start, end) =>
    source.rangeOf(before(start), end > start ? behind(end - 1) : before(start)),
  );
}

/** Where the edges before and behind a character of a derived text lie in its source. */
export interface SourceOffsets {
  before(offset: number): number;
  behind(offset: number): number;
}

export function sourceOffsets(runs: readonly Run[]): SourceOffsets {
  const starts = startsOf(runs);
  function edge(offset: number, side: 0 | 1): number {
    const index = lastAtOrBefore(starts, offset);
    const run = runs[index] ?? { text: "", start: 0, end: 0 };
    if (run.text.length !== run.end - run.start) return side === 0 ? run.start : run.end;
    return run.start + Math.max(0, offset - (starts[index] ?? 0)) + side;
  }
  return { before: (offset) => edge(offset, 0), behind: (offset) => edge(offset, 1) };
}

/** Several texts one behind the other. */
export function concatenated(parts: readonly LogicalText[]): LogicalText {
  const starts = startsOf(parts);
  function edges(start: number, end: number): Range {
    const index = lastAtOrBefore(starts, start);
    const offset = start - (starts[index] ?? 0);
    const width = Math.max(0, end - start);
    return parts[index]?.rangeOf(offset, offset + width) ?? NOWHERE;
  }
  return ofRanges(parts.map(({ text }) => text).join(""), (start, end) => ({
    start: edges(start, start).start,
    end: end > start ? edges(end - 1, end).end : edges(start, start).end,
  }));
}

function startsOf(parts: readonly { readonly text: string }[]): number[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length;
  }
  return starts;
}

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function ofRanges(text: string, rangeOf: (start: number, end: number) => Range): LogicalText {
  return {
    text,
    rangeOf,
    positionAt: (offset) => rangeOf(offset, offset).start,
    slice: (start, end) => ofRanges(text.slice(start, end), (from, to) => rangeOf(start + from, start + to)),
  };
}
