import type { Position } from "vscode-languageserver-types";
import { skipBlanks } from "./blanks";
import { type LineIndex, lineEnd } from "./lineIndex";
import { type LogicalText, logicalText, type Pieces } from "./logicalText";

export type EscapeCharacter = "\\" | "`";

/** The lines of an instruction from its keyword on, without its heredoc bodies. */
export interface HeadLines {
  /** Of the last line that belongs to it, which is the document's last where a continuation stays open. */
  readonly lastLine: number;
  /** Of the last line with something in it other than a comment. */
  readonly lastContentLine: number;
}

/**
 * Follows continuation lines from `firstLine` on. As in BuildKit, blank lines and comments do not end an open
 * continuation, and a doubled escape character at the end of a line does not continue it.
 */
export function followContinuations(
  index: LineIndex,
  firstLine: number,
  escapeCharacter: EscapeCharacter,
): HeadLines {
  let line = firstLine;
  let lastContentLine = firstLine;
  let open = continues(index, line, escapeCharacter) >= 0;
  while (open && line + 1 < index.starts.length) {
    line++;
    const kind = kindOfLine(index, line);
    if (kind !== "content") continue;
    lastContentLine = line;
    open = continues(index, line, escapeCharacter) >= 0;
  }
  return { lastLine: line, lastContentLine };
}

/** The head joined to one line. Its first line is that of `index`; comments and blank lines are listed beside. */
export interface Head {
  readonly logical: LogicalText;
  /** Where each line's part of `logical` begins. */
  readonly pieces: Pieces;
  readonly lines: HeadLines;
  readonly commentLines: readonly number[];
  readonly emptyLines: readonly number[];
}

export function joinHead(index: LineIndex, escapeCharacter: EscapeCharacter): Head {
  const lines = followContinuations(index, 0, escapeCharacter);
  const offsets: number[] = [];
  const places: Position[] = [];
  const parts: string[] = [];
  const commentLines: number[] = [];
  const emptyLines: number[] = [];
  let length = 0;
  for (let line = 0; line <= lines.lastLine; line++) {
    const kind = line === 0 ? "content" : kindOfLine(index, line);
    if (kind === "comment") commentLines.push(line);
    // The nothing behind the last line break is no line to the builder.
    else if (kind === "blank" && !isNothing(index, line)) emptyLines.push(line);
    if (kind !== "content") continue;
    const lineStart = index.starts[line] ?? 0;
    const end = lineEnd(index, line);
    const start = line === 0 ? skipBlanks(index.text, lineStart, end) : lineStart;
    const escapeAt = continues(index, line, escapeCharacter);
    const part = index.text.slice(start, escapeAt < 0 ? end : escapeAt);
    if (part === "" && line < lines.lastContentLine) continue;
    offsets.push(length);
    places.push({ line, character: start - lineStart });
    parts.push(part);
    length += part.length;
  }
  const pieces = { offsets, places };
  return { logical: logicalText(parts.join(""), pieces), pieces, lines, commentLines, emptyLines };
}

export function kindOfLine(index: LineIndex, line: number): "blank" | "comment" | "content" {
  const end = lineEnd(index, line);
  const at = skipBlanks(index.text, index.starts[line] ?? 0, end);
  if (at === end) return "blank";
  return index.text[at] === "#" ? "comment" : "content";
}

/** Offset of the escape character that continues the line, -1 where none does. Spaces and tabs may follow it. */
function continues({ text, starts }: LineIndex, line: number, escapeCharacter: EscapeCharacter): number {
  const start = starts[line] ?? 0;
  let at = lineEnd({ text, starts }, line) - 1;
  while (at > start && (text[at] === " " || text[at] === "\t")) at--;
  if (at < start || text[at] !== escapeCharacter) return -1;
  return at > start && text[at - 1] === escapeCharacter ? -1 : at;
}

function isNothing(index: LineIndex, line: number): boolean {
  return index.starts[line] === index.text.length;
}
