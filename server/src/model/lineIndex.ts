import type { Position, Range } from "vscode-languageserver-types";

/** Where each line of a text begins. Line breaks are LF, CRLF and a lone CR, as in LSP. */
export interface LineIndex {
  readonly text: string;
  /** Offset of the first character of each line; a text without a line break has one line. */
  readonly starts: readonly number[];
}

export function lineIndex(text: string): LineIndex {
  return { text, starts: text.includes("\r") ? startsWithCarriageReturns(text) : startsOfLines(text) };
}

/** Offset behind the last character of a line, its line break left out. */
export function lineEnd({ text, starts }: LineIndex, line: number): number {
  const next = starts[line + 1];
  if (next === undefined) return text.length;
  const isPair = text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR;
  // A lone CR one line up may stand directly before an empty line's LF only as a pair, so a pair never reaches back
  // beyond the line's own start.
  return isPair ? next - 2 : next - 1;
}

export function lineText(index: LineIndex, line: number): string {
  const start = index.starts[line];
  return start === undefined ? "" : index.text.slice(start, lineEnd(index, line));
}

/** Positions beyond the line or the text are moved to its end, as LSP asks. */
export function offsetAt(index: LineIndex, { line, character }: Position): number {
  if (line < 0) return 0;
  const start = index.starts[line];
  if (start === undefined) return index.text.length;
  return Math.min(start + Math.max(character, 0), lineEnd(index, line));
}

export function positionAt(index: LineIndex, offset: number): Position {
  const within = Math.max(0, Math.min(offset, index.text.length));
  const line = lastAtOrBefore(index.starts, within);
  const character = Math.min(within, lineEnd(index, line)) - (index.starts[line] ?? 0);
  return { line, character };
}

export function textIn(index: LineIndex, { start, end }: Range): string {
  return index.text.slice(offsetAt(index, start), offsetAt(index, end));
}

/** Index of the last entry that is not greater than `value`, in an ascending list whose first entry is not greater. */
export function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

const LF = 10;
const CR = 13;

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function startsWithCarriageReturns(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LF && code !== CR) continue;
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    starts.push(at + 1);
  }
  return starts;
}
