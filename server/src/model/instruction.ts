import type { Range } from "vscode-languageserver-types";
import type { Comment } from "./comment";
import type { Heredoc } from "./heredocs";
import type { LogicalText } from "./logicalText";

/**
 * One instruction with all its lines. Its parse depends on its own text and the escape character alone, and is kept
 * while that text stays the same, wherever edits elsewhere move it: so a keystroke costs one instruction.
 */
export interface Instruction {
  /** Line of the document at which its lines begin. The keyword may stand further down where only an escape character stands on the first. */
  readonly firstLine: number;
  /** How many lines it takes, comments between them, heredoc bodies and their ends included. */
  readonly lineCount: number;
  /**
   * The same instruction as if its first line were line 0. The same object for the same text for as long as the text stays
   * the same, so it serves as the key of a cache: what is found on it holds for this one with lines moved by `firstLine`.
   */
  readonly atZero: Instruction;
  /** Comments between its lines. */
  readonly comments: readonly Comment[];
  readonly escapeCharacter: "\\" | "`";
  /** Upper case, known or not: `RUN`. */
  readonly keyword: string;
  readonly keywordRange: Range;
  /** From the keyword to the end of the last line, heredoc bodies included, the last line break not. */
  readonly range: Range;
  /** All of it as one line, without heredoc bodies; offsets of flags, words and strings count from its start. A trigger shares the line of its ONBUILD. */
  readonly line: LogicalText;
  /** In the order written. */
  readonly flags: readonly Flag[];
  /** The words after the flags; heredoc markers (`<<EOF`) are words, heredoc bodies are not. */
  readonly words: readonly Word[];
  /** From the first word to the end of the last, undefined where there is none. */
  readonly argumentRange: Range | undefined;
  /** Everything after the flags as one line: continuation lines joined, comments between them left out, positions kept. */
  readonly argument: LogicalText;
  /** The strings of a valid exec form (a JSON array of strings), undefined for shell form. */
  readonly exec: ExecForm | undefined;
  readonly heredocs: readonly Heredoc[];
  /** The instruction inside ONBUILD. */
  readonly trigger: Instruction | undefined;
  /** Lines that are empty though a continuation was open, which the builder deprecates. Zero-based line numbers. */
  readonly emptyContinuationLines: readonly number[];
}

/** `--name=value` or `--name`. */
export interface Flag {
  /** As written, without the dashes. */
  readonly name: string;
  /** Undefined without `=`. Quotes are kept as written. */
  readonly value: string | undefined;
  /** Offsets in the instruction's `line`. */
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly nameRange: Range;
  readonly valueRange: Range | undefined;
}

/** A word of the argument as the builder splits it: quotes and escapes hold blanks together. */
export interface Word {
  /** As written, on one line. */
  readonly text: string;
  /** With quotes and escapes taken away. */
  readonly value: string;
  /** Offsets in the instruction's `line`. */
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  /** A quote that never closes. */
  readonly unclosedQuote: '"' | "'" | undefined;
}

export interface ExecForm {
  readonly strings: readonly ExecString[];
  /** From the opening to the closing bracket. */
  readonly range: Range;
}

export interface ExecString {
  readonly value: string;
  /** Offsets in the instruction's `line`, quotes included. */
  readonly start: number;
  readonly end: number;
  /** With its quotes. */
  readonly range: Range;
}
