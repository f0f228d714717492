import type { Position } from "vscode-languageserver-types";
import type { LogicalText } from "../../model/logicalText";

/** The cursor in the joined line of an instruction. */
export interface LineCursor {
  readonly line: LogicalText;
  /** Of `line.text`, behind the last character before the cursor. */
  readonly offset: number;
  readonly position: Position;
  /** What follows on the same line of the document, as far as the builder reads it. */
  readonly behind: string;
}

/**
 * Undefined where the cursor stands in what the builder does not read: behind the escape character that continues a
 * line. `text`: the line of the document that the cursor is in.
 */
export function lineCursor(line: LogicalText, position: Position, text: string): LineCursor | undefined {
  const offset = charactersBefore(line, position);
  const reached = offset === 0 ? line.positionAt(0) : line.rangeOf(offset - 1, offset).end;
  const isExact = reached.line === position.line && reached.character === position.character;
  // A blank line within a continuation is no part of the joined line, and neither is an indentation at its start.
  const isBlank = text.slice(0, position.character).trim() === "";
  if (!isExact && !isBlank) return undefined;
  return { line, offset, position, behind: isExact ? restOfLine(line, offset, position) : "" };
}

function restOfLine(line: LogicalText, offset: number, position: Position): string {
  const next = charactersBefore(line, { line: position.line + 1, character: 0 });
  return line.text.slice(offset, next);
}

/** Characters stand in the order of the document, so their number is found by halving. */
function charactersBefore(line: LogicalText, position: Position): number {
  let low = 0;
  let high = line.text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(line.positionAt(middle), position)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
