import type { Range, TextEdit } from "vscode-languageserver-types";
import { instructionEntry } from "../../grammar/instructions";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { FormatOptions } from "./formatOptions";
import { indentationOf } from "./indentation";
import { indentContinuation } from "./indentContinuation";
import { type InstructionSpans, instructionSpans } from "./instructionSpans";

/** Letter case, blanks and indentation of one instruction; `indentation` is that of its first line. */
export function formatInstruction(
  dockerfile: Dockerfile,
  instruction: Instruction,
  options: FormatOptions,
  indentation: string,
): TextEdit[] {
  const { firstLine, keywordRange } = instruction;
  // A keyword that stands below its first line, or is cut in two: nobody lays that out, so it is left to its author.
  if (keywordRange.start.line !== firstLine || keywordRange.end.line !== firstLine) return [];
  const spans = instructionSpans(dockerfile, instruction);
  const edits = [
    ...outdented(dockerfile, firstLine, indentation),
    ...recased(dockerfile, instruction, options.keywordCase),
    ...spaced(dockerfile, instruction, spans),
  ];
  return [...edits, ...indentContinuation(dockerfile, instruction, { spans, options, indentation, edits })];
}

function outdented(dockerfile: Dockerfile, line: number, indentation: string): TextEdit[] {
  const present = indentationOf(dockerfile.line(line));
  if (present === indentation) return [];
  const range = { start: { line, character: 0 }, end: { line, character: present.length } };
  return [{ range, newText: indentation }];
}

function recased(
  dockerfile: Dockerfile,
  instruction: Instruction,
  keywordCase: FormatOptions["keywordCase"],
): TextEdit[] {
  if (keywordCase !== "upper" && keywordCase !== "lower") return [];
  return keywordRanges(instruction).flatMap((range) => {
    if (range.start.line !== range.end.line) return [];
    const written = dockerfile.textOf(range);
    const newText = keywordCase === "upper" ? written.toUpperCase() : written.toLowerCase();
    return newText === written ? [] : [{ range, newText }];
  });
}

function keywordRanges({ keyword, keywordRange, words, trigger }: Instruction): Range[] {
  const own = instructionEntry(keyword) ? [keywordRange] : [];
  if (trigger) return [...own, ...keywordRanges(trigger)];
  const [first, second] = words;
  if (keyword === "FROM" && words.length === 3 && second?.text.toUpperCase() === "AS")
    return [...own, second.range];
  if (keyword === "HEALTHCHECK" && first && /^(?:CMD|NONE)$/i.test(first.text)) return [...own, first.range];
  return own;
}

/** Blanks at the end of a line, before its escape character, are left alone: they may set these in a column. */
function spaced(dockerfile: Dockerfile, { line }: Instruction, { parts }: InstructionSpans): TextEdit[] {
  return parts.flatMap(({ start, end }, index) => {
    const next = parts[index + 1];
    // An escape may take one of the blanks behind it.
    if (next === undefined || /[\\`]/.test(line.text[end - 1] ?? "")) return [];
    const range = { start: line.rangeOf(start, end).end, end: line.positionAt(next.start) };
    if (range.start.line !== range.end.line) return [];
    const blanks = dockerfile.textOf(range);
    return /^[ \t]+$/.test(blanks) && blanks !== " " ? [{ range, newText: " " }] : [];
  });
}
