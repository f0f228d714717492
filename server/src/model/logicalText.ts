import type { Position, Range } from "vscode-languageserver-types";

/** Text as the builder reads it, after line breaks and comments are taken out, that still knows where each character stood. */
export interface LogicalText {
  readonly text: string;
  /** Where the character at this offset of `text` stands in the document. */
  positionAt(offset: number): Position;
  /** `end` is exclusive, and lands behind the last character's own place, not before the next one's. */
  rangeOf(start: number, end: number): Range;
}
