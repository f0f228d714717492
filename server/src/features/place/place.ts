import type { Position, Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import { readFlags } from "../../model/flags";
import type { Heredoc } from "../../model/heredocs";
import type { Instruction } from "../../model/instruction";
import type { LogicalText } from "../../model/logicalText";
import { splitWords } from "../../model/quoting";
import { splitKeyword } from "../../model/splitKeyword";
import { type LineCursor, lineCursor } from "./lineCursor";
import { type OpenString, openString } from "./openString";

/** What a person is writing at the cursor. Only the text before it decides that, since what follows may be of something else. */
export type Place = DirectivePlace | KeywordPlace | FlagPlace | FlagValuePlace | ArgumentPlace | HeredocPlace;

interface Writing {
  /** What is being written, up to the cursor: a word, a flag, the value of a flag. */
  readonly text: string;
  /** What stands behind the cursor on its line, whether it belongs to what is being written or not. */
  readonly behind: string;
  /** From an offset of `text` to the cursor; undefined where that is not on one line, as edits have to be. */
  rangeFrom(offset: number): Range | undefined;
}

/** A comment at the top, where the builder would honour it. */
export interface DirectivePlace extends Writing {
  readonly kind: "directive";
}

export interface KeywordPlace extends Writing {
  readonly kind: "keyword";
  readonly where: "preamble" | "stage" | "trigger";
}

interface InstructionPlace extends Writing {
  readonly keyword: string;
  /** The one that is being written; for ONBUILD its trigger. */
  readonly instruction: Instruction;
  /** The whole line up to the cursor, continuation lines joined. */
  readonly before: string;
}

/** `--na`, or nothing yet where flags may stand. */
export interface FlagPlace extends InstructionPlace {
  readonly kind: "flag";
}

export interface FlagValuePlace extends InstructionPlace {
  readonly kind: "flagValue";
  readonly name: string;
}

export interface ArgumentPlace extends InstructionPlace {
  readonly kind: "argument";
  /** The words before the one that is being written. */
  readonly words: readonly string[];
  readonly isExec: boolean;
}

export interface HeredocPlace extends InstructionPlace {
  readonly kind: "heredoc";
  readonly heredoc: Heredoc;
}

/** The places that the cursor is in: more than one where a flag and an argument could begin. None inside a comment. */
export function placesAt(dockerfile: Dockerfile, position: Position): readonly Place[] {
  const instruction = dockerfile.instructionAt(position.line);
  if (instruction === undefined) return outsideInstructions(dockerfile, position);
  if (instruction.comments.some(({ range }) => range.start.line === position.line)) return [];
  const heredoc = instruction.heredocs.find((one) => isInBody(one, position));
  if (heredoc !== undefined) return [heredocPlace(dockerfile, instruction, heredoc, position)];
  const cursor = lineCursor(instruction.line, position, dockerfile.line(position.line));
  if (cursor === undefined) return [];
  return insideInstruction(instruction, cursor, stageOrPreamble(dockerfile, position.line));
}

function outsideInstructions(dockerfile: Dockerfile, position: Position): Place[] {
  const line = dockerfile.line(position.line);
  const text = line.slice(0, position.character);
  const start = text.length - text.trimStart().length;
  const writing = {
    text: text.slice(start),
    behind: line.slice(position.character),
    rangeFrom: (offset: number) => ({
      start: { line: position.line, character: start + offset },
      end: position,
    }),
  };
  const isTop = dockerfile.directives.length >= position.line;
  if (text.slice(start).startsWith("#")) return isTop ? [{ kind: "directive", ...writing }] : [];
  const where = stageOrPreamble(dockerfile, position.line);
  const keyword: Place = { kind: "keyword", where, ...writing };
  return isTop && writing.text === "" ? [keyword, { kind: "directive", ...writing }] : [keyword];
}

/** A document may have no stage at all, so the first FROM is looked for without resolving any. */
function stageOrPreamble({ instructions }: Dockerfile, line: number): "preamble" | "stage" {
  const from = instructions.find(({ keyword }) => keyword === "FROM");
  return from !== undefined && from.firstLine < line ? "stage" : "preamble";
}

function insideInstruction(
  instruction: Instruction,
  cursor: LineCursor,
  where: KeywordPlace["where"],
  keywordFrom = 0,
): Place[] {
  const { line, offset } = cursor;
  const { keyword, keywordStart, keywordEnd } = splitKeyword(line.text, keywordFrom);
  if (offset <= keywordEnd)
    return [{ kind: "keyword", where, ...writing(cursor, Math.min(keywordStart, offset)) }];
  if (keyword === "ONBUILD" && where !== "trigger") {
    const { end } = readFlags(line.slice(0, offset), keywordEnd);
    return insideInstruction(instruction.trigger ?? instruction, cursor, "trigger", end);
  }
  const known = { keyword, instruction, before: line.text.slice(0, offset) };
  const { flags, end } = readFlags(line.slice(0, offset), keywordEnd);
  const last = flags.at(-1);
  if (last?.end === offset) return [flagPlace(known, cursor, last)];
  // A lone `--` ends the flags for the parser, but it is how each of them begins.
  const flagsEnd = last?.end ?? keywordEnd;
  const rest = known.before.slice(flagsEnd).trimStart();
  if (rest === "-" || rest === "--")
    return [{ kind: "flag", ...known, ...writing(cursor, offset - rest.length) }];
  const argument = argumentPlace(known, cursor, end);
  return rest === "" ? [argument, { kind: "flag", ...known, ...writing(cursor, offset) }] : [argument];
}

type Known = Pick<InstructionPlace, "keyword" | "instruction" | "before">;

function flagPlace(
  known: Known,
  cursor: LineCursor,
  { name, value, start }: { name: string; value: string | undefined; start: number },
): Place {
  if (value === undefined) return { kind: "flag", ...known, ...writing(cursor, start) };
  return { kind: "flagValue", name, ...known, ...writing(cursor, start + name.length + 3) };
}

const SPLIT_AT_EVERY_BLANK = new Set(["FROM", "COPY", "ADD", "EXPOSE", "VOLUME"]);

function argumentPlace(known: Known, cursor: LineCursor, start: number): ArgumentPlace {
  const { offset } = cursor;
  const open: OpenString | undefined = openString(known.before, start);
  if (open !== undefined)
    return {
      kind: "argument",
      ...known,
      words: open.earlier,
      isExec: true,
      ...writing(cursor, open.start),
    };
  const splitting = SPLIT_AT_EVERY_BLANK.has(known.keyword) ? "plain" : "quoted";
  const words = splitWords(known.before, start, offset, known.instruction.escapeCharacter, splitting);
  const last = words.at(-1);
  const isInWord = last?.end === offset;
  const complete = isInWord ? words.slice(0, -1) : words;
  return {
    kind: "argument",
    ...known,
    words: complete.map((word) => known.before.slice(word.start, word.end)),
    isExec: false,
    ...writing(cursor, isInWord ? last.start : offset),
  };
}

function writing({ line, offset, position, behind }: LineCursor, start: number): Writing {
  return {
    text: line.text.slice(start, offset),
    behind,
    rangeFrom: (from) => between(line, start + from, offset, position),
  };
}

function between(line: LogicalText, start: number, end: number, position: Position): Range | undefined {
  if (start >= end) return { start: position, end: position };
  const from = line.positionAt(start);
  return from.line === position.line ? { start: from, end: position } : undefined;
}

function isInBody({ bodyRange, endRange }: Heredoc, { line }: Position): boolean {
  const { start, end } = bodyRange;
  return line >= start.line && (endRange ? line < endRange.start.line : line <= end.line);
}

function heredocPlace(
  dockerfile: Dockerfile,
  instruction: Instruction,
  heredoc: Heredoc,
  position: Position,
): HeredocPlace {
  const line = dockerfile.line(position.line);
  const before = line.slice(0, position.character);
  const start = before.length - (/\S*$/.exec(before)?.[0].length ?? 0);
  const written = instruction.trigger ?? instruction;
  return {
    kind: "heredoc",
    keyword: written.keyword,
    instruction: written,
    heredoc,
    before,
    text: before.slice(start),
    behind: line.slice(position.character),
    rangeFrom: (offset) => ({ start: { line: position.line, character: start + offset }, end: position }),
  };
}
