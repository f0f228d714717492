import type { Position, Range } from "vscode-languageserver-types";
import type { Comment } from "./comment";
import type { Heredoc } from "./heredocs";
import type { ExecForm, Flag, Instruction, Word } from "./instruction";
import { type LogicalText, movedDown } from "./logicalText";

/** An instruction that was parsed at line 0, placed at its line of the document. Ranges are moved when they are asked for. */
export function placeInstruction(atZero: Instruction, firstLine: number): Instruction {
  return firstLine === 0 ? atZero : new PlacedInstruction(atZero, firstLine);
}

export function moveRange(range: Range, lines: number): Range {
  return { start: movePosition(range.start, lines), end: movePosition(range.end, lines) };
}

class PlacedInstruction implements Instruction {
  readonly atZero: Instruction;
  readonly firstLine: number;
  #keywordRange: Range | undefined;
  #range: Range | undefined;
  #argumentRange: Range | undefined;
  #argument: LogicalText | undefined;
  #line: LogicalText | undefined;
  #flags: readonly Flag[] | undefined;
  #words: readonly Word[] | undefined;
  #exec: ExecForm | undefined;
  #heredocs: readonly Heredoc[] | undefined;
  #trigger: Instruction | undefined;
  #comments: readonly Comment[] | undefined;
  #emptyLines: readonly number[] | undefined;

  constructor(atZero: Instruction, firstLine: number) {
    this.atZero = atZero;
    this.firstLine = firstLine;
  }

  get keyword(): string {
    return this.atZero.keyword;
  }

  get lineCount(): number {
    return this.atZero.lineCount;
  }

  get escapeCharacter(): Instruction["escapeCharacter"] {
    return this.atZero.escapeCharacter;
  }

  get keywordRange(): Range {
    this.#keywordRange ??= this.#move(this.atZero.keywordRange);
    return this.#keywordRange;
  }

  get range(): Range {
    this.#range ??= this.#move(this.atZero.range);
    return this.#range;
  }

  get argumentRange(): Range | undefined {
    this.#argumentRange ??= this.#moveOptional(this.atZero.argumentRange);
    return this.#argumentRange;
  }

  get argument(): LogicalText {
    this.#argument ??= movedDown(this.atZero.argument, this.firstLine);
    return this.#argument;
  }

  get line(): LogicalText {
    this.#line ??= movedDown(this.atZero.line, this.firstLine);
    return this.#line;
  }

  get flags(): readonly Flag[] {
    this.#flags ??= this.atZero.flags.map((flag) => ({
      ...flag,
      range: this.#move(flag.range),
      nameRange: this.#move(flag.nameRange),
      valueRange: this.#moveOptional(flag.valueRange),
    }));
    return this.#flags;
  }

  get words(): readonly Word[] {
    this.#words ??= this.atZero.words.map((word) => ({ ...word, range: this.#move(word.range) }));
    return this.#words;
  }

  get exec(): ExecForm | undefined {
    const { exec } = this.atZero;
    if (exec === undefined) return undefined;
    this.#exec ??= {
      range: this.#move(exec.range),
      strings: exec.strings.map((string) => ({ ...string, range: this.#move(string.range) })),
    };
    return this.#exec;
  }

  get heredocs(): readonly Heredoc[] {
    this.#heredocs ??= this.atZero.heredocs.map((heredoc) => ({
      ...heredoc,
      markerRange: this.#move(heredoc.markerRange),
      nameRange: this.#move(heredoc.nameRange),
      bodyRange: this.#move(heredoc.bodyRange),
      endRange: this.#moveOptional(heredoc.endRange),
    }));
    return this.#heredocs;
  }

  get trigger(): Instruction | undefined {
    const { trigger } = this.atZero;
    if (trigger !== undefined) this.#trigger ??= placeInstruction(trigger, this.firstLine);
    return this.#trigger;
  }

  get comments(): readonly Comment[] {
    const { comments } = this.atZero;
    if (comments.length === 0) return comments;
    this.#comments ??= comments.map(({ text, range, textRange }) => ({
      text,
      range: this.#move(range),
      textRange: this.#move(textRange),
    }));
    return this.#comments;
  }

  get emptyContinuationLines(): readonly number[] {
    this.#emptyLines ??= this.atZero.emptyContinuationLines.map((line) => line + this.firstLine);
    return this.#emptyLines;
  }

  #move(range: Range): Range {
    return moveRange(range, this.firstLine);
  }

  #moveOptional(range: Range | undefined): Range | undefined {
    return range === undefined ? undefined : this.#move(range);
  }
}

function movePosition({ line, character }: Position, lines: number): Position {
  return { line: line + lines, character };
}
