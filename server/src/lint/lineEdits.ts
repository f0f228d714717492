import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";

/** Writes a line above an instruction, as far from the margin. */
export function lineAbove({ range }: Instruction, line: string, dockerfile: Dockerfile): TextEdit {
  const start = { line: range.start.line, character: 0 };
  const margin = /^[\t ]*/.exec(dockerfile.line(start.line))?.[0] ?? "";
  return { range: { start, end: start }, newText: `${margin}${line}\n` };
}

/** All lines of an instruction, the last line break included. */
export function wholeLines({ range }: Instruction, { lineCount }: Dockerfile): Range {
  const end = range.end.line + 1 < lineCount ? { line: range.end.line + 1, character: 0 } : range.end;
  return { start: { line: range.start.line, character: 0 }, end };
}

/** A keyword in the letter case of an instruction that is there. */
export function keywordLike(keyword: string, { keywordRange }: Instruction, dockerfile: Dockerfile): string {
  const written = dockerfile.textOf(keywordRange);
  return written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}
