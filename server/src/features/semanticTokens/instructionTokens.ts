import { instructionEntry } from "../../grammar/instructions";
import type { Heredoc } from "../../model/heredocs";
import { heredocText } from "../../model/heredocText";
import type { Instruction } from "../../model/instruction";
import { oncePerShell } from "../../model/oncePerShell";
import { pairs } from "../../model/pairs";
import type { ShellScript } from "../../model/shell";
import { shellScripts } from "../../model/shellScripts";
import { splitKeyword } from "../../model/splitKeyword";
import { variableSpans } from "../variableSpans";
import { type Canvas, canvasOf, type Token } from "./canvas";
import { paint } from "./legend";

/**
 * The tokens of an instruction as if it stood at line 0, in the order of the text. Kept for as long as its text and its
 * shell stay the same, so that a keystroke costs one instruction.
 */
export function instructionTokens({ atZero }: Instruction, shell: readonly string[]): readonly Token[] {
  return tokensAtZero(atZero, shell);
}

const tokensAtZero = oncePerShell(read);

const KEYWORD = paint("keyword");
const DEPRECATED = paint("keyword", "deprecated");
const FLAG = paint("parameter");
const STRING = paint("string");
const VALUE = paint("enumMember");
const VARIABLE = paint("variable");
const DEFINITION = paint("variable", "definition");
const STAGE = paint("namespace", "definition");
const NUMBER = paint("number");
const KEY = paint("property");
const COMMAND = paint("function");
const MARKER = paint("operator");
const COMMENT = paint("comment");

/** What FROM and `--from` name: a stage or an image, which only the whole file tells. */
export const SOURCE = paint("class");

function read(instruction: Instruction, shell: readonly string[]): Token[] {
  const canvas = canvasOf(instruction.line);
  paintInstruction(canvas, instruction, 0);
  const tokens = [
    ...canvas.tokens(),
    ...shellScripts(instruction, shell).flatMap(scriptTokens),
    ...instruction.heredocs.flatMap((heredoc) => heredocTokens(heredoc, instruction)),
    ...instruction.comments.map(({ range: { start, end } }) => ({
      line: start.line,
      character: start.character,
      length: end.character - start.character,
      painted: COMMENT,
    })),
  ];
  return withoutOverlaps(tokens.sort((a, b) => a.line - b.line || a.character - b.character));
}

function withoutOverlaps(sorted: readonly Token[]): Token[] {
  const found: Token[] = [];
  for (const token of sorted) {
    const last = found.at(-1);
    const isFree =
      last === undefined || last.line < token.line || last.character + last.length <= token.character;
    if (isFree && token.length > 0) found.push(token);
  }
  return found;
}

function paintInstruction(canvas: Canvas, instruction: Instruction, from: number): void {
  const { line, keyword, trigger, flags, exec } = instruction;
  const { keywordStart, keywordEnd } = splitKeyword(line.text, from);
  const entry = instructionEntry(keyword);
  if (entry === undefined) return;
  canvas.paint(keywordStart, keywordEnd, entry.deprecated ? DEPRECATED : KEYWORD);
  for (const { start, end, name, value } of flags) {
    const nameEnd = start + 2 + name.length;
    canvas.paint(start, nameEnd, FLAG);
    if (value === undefined) continue;
    if (name === "mount") paintMount(canvas, line.text, nameEnd + 1, end);
    else canvas.paint(nameEnd + 1, end, name === "from" ? SOURCE : VALUE);
  }
  if (trigger) {
    paintInstruction(canvas, trigger, keywordEnd);
    return;
  }
  for (const { start, end } of exec?.strings ?? []) canvas.paint(start, end, STRING);
  paintArgument(canvas, instruction);
  if (entry.expandedBy === "shell" && keyword !== "RUN") return;
  // The shell's own variables are painted with its script.
  const until = keyword === "RUN" ? (flags.at(-1)?.end ?? 0) : line.text.length;
  for (const { start, end } of variableSpans(line.text.slice(0, until), instruction.escapeCharacter))
    canvas.paint(start, end, VARIABLE);
}

function paintMount(canvas: Canvas, text: string, start: number, end: number): void {
  let at = start;
  for (const part of text.slice(start, end).split(",")) {
    const [key = "", ...value] = part.split("=");
    canvas.paint(at, at + key.length, KEY);
    if (value.length > 0)
      canvas.paint(at + key.length + 1, at + part.length, key === "from" ? SOURCE : VALUE);
    at += part.length + 1;
  }
}

function paintArgument(canvas: Canvas, instruction: Instruction): void {
  const { keyword, words, line } = instruction;
  switch (keyword) {
    case "FROM": {
      const [image, as, name] = words;
      if (image) canvas.paint(image.start, image.end, SOURCE);
      if (as?.text.toUpperCase() === "AS") canvas.paint(as.start, as.end, KEYWORD);
      if (name) canvas.paint(name.start, name.end, STAGE);
      break;
    }
    case "EXPOSE":
      for (const { start, end } of words) canvas.paint(start, end, NUMBER);
      break;
    case "STOPSIGNAL":
    case "USER":
      for (const { start, end } of words) canvas.paint(start, end, VALUE);
      break;
    case "ENV":
    case "ARG":
    case "LABEL":
      for (const { start, end, valueStart, separator, name } of pairs(instruction)) {
        const nameEnd =
          separator === "equals" ? (valueStart ?? end + 1) - 1 : Math.min(end, start + name.length);
        canvas.paint(start, nameEnd, keyword === "LABEL" ? KEY : DEFINITION);
        if (valueStart !== undefined && /^["']/.test(line.text[valueStart] ?? ""))
          canvas.paint(valueStart, end, STRING);
      }
      break;
    case "HEALTHCHECK": {
      const [first] = words;
      if (first && /^(?:CMD|NONE)$/i.test(first.text)) canvas.paint(first.start, first.end, KEYWORD);
      break;
    }
  }
}

/** Commands, their options, what is quoted and what is expanded. */
function scriptTokens({ logical, commands, form }: ShellScript): Token[] {
  if (form === "exec") return [];
  const canvas = canvasOf(logical);
  for (const { words, nameStart, nameEnd, name } of commands) {
    if (name !== undefined) canvas.paint(nameStart, nameEnd, COMMAND);
    for (const { text, start, end } of words) {
      if (text.startsWith("-")) canvas.paint(start, end, FLAG);
      else if (/^["']/.test(text)) canvas.paint(start, end, STRING);
    }
  }
  for (const { start, end } of variableSpans(logical.text)) canvas.paint(start, end, VARIABLE);
  return canvas.tokens();
}

/** The word that opens and closes it, and the text of those that are files. */
function heredocTokens(heredoc: Heredoc, { keyword, trigger }: Instruction): Token[] {
  const { markerRange, endRange, expandsVariables } = heredoc;
  const words = [markerRange, endRange].flatMap((range) =>
    range && range.start.line === range.end.line
      ? [
          {
            line: range.start.line,
            character: range.start.character,
            length: range.end.character - range.start.character,
            painted: MARKER,
          },
        ]
      : [],
  );
  if ((trigger?.keyword ?? keyword) === "RUN") return words;
  const body = heredocText(heredoc);
  const canvas = canvasOf(body);
  let start = 0;
  for (const line of body.text.split("\n")) {
    canvas.paint(start, start + line.length, STRING);
    start += line.length + 1;
  }
  if (expandsVariables) {
    for (const { start: from, end: to } of variableSpans(body.text)) canvas.paint(from, to, VARIABLE);
  }
  return [...words, ...canvas.tokens()];
}
