import type { LogicalText } from "../../model/logicalText";

/** A token of one line, as LSP counts: zero-based, in UTF-16 code units. */
export interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  /** See `paint`. */
  readonly painted: number;
}

/**
 * A text that is painted over, what is small after what is large: a variable shows through the string around it. Time
 * grows with the length of what is painted.
 */
export interface Canvas {
  paint(start: number, end: number, painted: number): void;
  tokens(): Token[];
}

export function canvasOf(logical: LogicalText): Canvas {
  const { length } = logical.text;
  const colours = new Uint8Array(length);
  return {
    paint: (start, end, painted) => void colours.fill(painted, Math.max(0, start), Math.min(end, length)),
    tokens() {
      const found: Token[] = [];
      for (let start = 0; start < length; ) {
        const painted = colours[start] ?? 0;
        let end = start + 1;
        while (end < length && colours[end] === painted) end++;
        if (painted !== 0) addLines(logical, start, end, painted, found);
        start = end;
      }
      return found;
    },
  };
}

/** A token may not go over the end of a line, and a line of the joined text may come from several. */
function addLines(logical: LogicalText, from: number, to: number, painted: number, found: Token[]): void {
  for (let start = from; start < to; ) {
    const { line, character } = logical.positionAt(start);
    let end = to;
    if (logical.positionAt(to - 1).line !== line) end = firstBeyond(logical, line, start, to);
    // A line break within a heredoc is no character of its line.
    const text = logical.text.slice(start, end).replace(/[\r\n]+$/, "");
    if (text.length > 0) found.push({ line, character, length: text.length, painted });
    start = end;
  }
}

/** Offset of the first character that stands on a later line. */
function firstBeyond(logical: LogicalText, line: number, from: number, to: number): number {
  let low = from + 1;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (logical.positionAt(middle).line > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
