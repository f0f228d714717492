import type { Position, Range } from "vscode-languageserver-types";

/** Whether a position lies in a range, its end included: there a person stands right behind the word. */
export function contains({ start, end }: Range, { line, character }: Position): boolean {
  const isBehindStart = line > start.line || (line === start.line && character >= start.character);
  const isBeforeEnd = line < end.line || (line === end.line && character <= end.character);
  return isBehindStart && isBeforeEnd;
}

export function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
