import type { Position, Range } from "vscode-languageserver-types";
import { lastAtOrBefore, lineIndex } from "./lineIndex";

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
  function positionAt(offset: number): Position {
    const at = base + offset;
    const piece = lastAtOrBefore(pieces.offsets, at);
    const place = pieces.places[piece] ?? { line: 0, character: 0 };
    return { line: place.line + firstLine, character: place.character + at - (pieces.offsets[piece] ?? 0) };
  }
  return {
    text,
    positionAt,
    rangeOf(start, end) {
      const from = positionAt(start);
      if (end <= start) return { start: from, end: from };
      const last = positionAt(end - 1);
      return { start: from, end: { line: last.line, character: last.character + 1 } };
    },
    slice: (start, end) => logicalText(text.slice(start, end), pieces, base + start, firstLine),
  };
}

/** The same text, some lines further down. */
export function movedDown(logical: LogicalText, lines: number): LogicalText {
  const down = (position: Position): Position => ({
    line: position.line + lines,
    character: position.character,
  });
  return {
    text: logical.text,
    positionAt: (offset) => down(logical.positionAt(offset)),
    rangeOf(start, end) {
      const range = logical.rangeOf(start, end);
      return { start: down(range.start), end: down(range.end) };
    },
    slice: (start, end) => movedDown(logical.slice(start, end), lines),
  };
}

/** Lines of the document as they stand, line breaks included, of which the first begins at line `firstLine`, character 0. */
export function physicalText(text: string, firstLine: number): LogicalText {
  const offsets = lineIndex(text).starts;
  const places = offsets.map((_, line) => ({ line: firstLine + line, character: 0 }));
  return logicalText(text, { offsets, places });
}
