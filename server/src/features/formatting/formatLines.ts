import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { LineSpan } from "./formatDockerfile";

/**
 * Blanks at the ends of lines, blank lines beyond one in a row, blank lines at the top and at the end, and the last line
 * break. Lines of heredocs and parser directives are left as they are.
 */
export function formatLines(dockerfile: Dockerfile, { first, last }: LineSpan): TextEdit[] {
  const kept = keptLines(dockerfile);
  const isBlank = (line: number) => !kept.has(line) && /^[ \t]*$/.test(dockerfile.line(line));
  const edits: TextEdit[] = [];
  for (let line = first; line <= last; line++) {
    if (kept.has(line)) {
      if (kept.get(line) === "end") edits.push(...lastLineBreak(dockerfile, line));
      continue;
    }
    if (!isBlank(line)) {
      edits.push(...trimmed(dockerfile, line));
      continue;
    }
    let end = line;
    while (end + 1 < dockerfile.lineCount && isBlank(end + 1)) end++;
    edits.push(...blankLines(dockerfile, line, end));
    line = end;
  }
  return edits;
}

/** Blank lines from one to another, both included, with something else, or the edge of the text, on either side. */
function blankLines(dockerfile: Dockerfile, first: number, last: number): TextEdit[] {
  const start = { line: first, character: 0 };
  if (last === dockerfile.lineCount - 1) {
    const end = { line: last, character: dockerfile.line(last).length };
    return first === last && end.character === 0 ? [] : [{ range: { start, end }, newText: "" }];
  }
  const isWanted = first > 0 || meansMoreAtTheTop(dockerfile.line(last + 1));
  if (!isWanted) return [{ range: { start, end: { line: last + 1, character: 0 } }, newText: "" }];
  const blanks = dockerfile.line(last).length;
  const isLaidOut = first === last && blanks === 0;
  return isLaidOut ? [] : [{ range: { start, end: { line: last, character: blanks } }, newText: "" }];
}

/**
 * A comment that is no directive only because a blank line stands above it; a shebang, which lets the builder look further;
 * a byte order mark, which it drops at the very top.
 */
function meansMoreAtTheTop(line: string): boolean {
  return /^\s*#\s*[a-zA-Z][a-zA-Z0-9]*\s*=|^#!|^\uFEFF/.test(line);
}

function trimmed(dockerfile: Dockerfile, line: number): TextEdit[] {
  const text = dockerfile.line(line);
  let end = text.length;
  while (text[end - 1] === " " || text[end - 1] === "\t") end--;
  if (end < text.length && !isPartOfEscape(text.slice(0, end), dockerfile.escapeCharacter)) {
    return [edit(line, end, text.length, lineBreakBehind(dockerfile, line))];
  }
  return lastLineBreak(dockerfile, line);
}

function lastLineBreak(dockerfile: Dockerfile, line: number): TextEdit[] {
  const { length } = dockerfile.line(line);
  const lineBreak = lineBreakBehind(dockerfile, line);
  return lineBreak === "" ? [] : [edit(line, length, length, lineBreak)];
}

function edit(line: number, start: number, end: number, newText: string): TextEdit {
  return { range: { start: { line, character: start }, end: { line, character: end } }, newText };
}

/** The last line gets the line break that it lacks, of the kind that the others have. */
function lineBreakBehind({ text, lineCount }: Dockerfile, line: number): string {
  if (line < lineCount - 1) return "";
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/**
 * Whether a blank behind this text is more than a blank. A shell may escape it, and an escape character that continues
 * nothing, since it is doubled or the file's is another, might begin to. The one that does continue the line may lose it.
 */
function isPartOfEscape(text: string, escapeCharacter: string): boolean {
  const last = text.at(-1);
  if ((last !== "\\" && last !== "`") || /^[ \t]*#/.test(text)) return false;
  return last !== escapeCharacter || text.at(-2) === escapeCharacter;
}

/** Lines in which each character counts; behind a heredoc's end and a directive at least a line break may be added. */
function keptLines({ directives, instructions, lineCount }: Dockerfile): ReadonlyMap<number, "body" | "end"> {
  const kept = new Map<number, "body" | "end">();
  for (const { range } of directives) kept.set(range.start.line, "end");
  for (const { bodyRange, endRange } of instructions.flatMap(({ heredocs }) => heredocs)) {
    const last = endRange?.end.line ?? lineCount - 1;
    for (let line = bodyRange.start.line; line <= last; line++) kept.set(line, "body");
    if (endRange) kept.set(last, "end");
  }
  return kept;
}
