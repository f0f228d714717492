import type { Range } from "vscode-languageserver-types";
import { dropBlanks, skipBlanks } from "./blanks";
import type { Comment } from "./comment";
import { commentOn } from "./commentOn";
import { readExecForm } from "./execForm";
import { type Flags, readFlags } from "./flags";
import { type EscapeCharacter, type Head, joinHead } from "./head";
import { type HeredocMarker, heredocMarkers } from "./heredocMarkers";
import type { Heredoc } from "./heredocs";
import type { ExecForm, Flag, Instruction, Word } from "./instruction";
import { type LineIndex, lineEnd, lineIndex } from "./lineIndex";
import type { LogicalText } from "./logicalText";
import { splitWords, unquote } from "./quoting";
import { readHeredocs } from "./readHeredocs";
import { splitKeyword } from "./splitKeyword";

/**
 * Parses the lines of one instruction, as if they were the whole document. Depends on nothing but its parameters, so the
 * result can be kept for as long as the text stays the same. What few ask for is read on first use.
 */
export function parseInstruction(text: string, escapeCharacter: EscapeCharacter): Instruction {
  const index = lineIndex(text);
  const head = joinHead(index, escapeCharacter);
  const heredocs = readHeredocs(index, head);
  return new ParsedInstruction({ index, head, escapeCharacter, heredocs, start: 0 });
}

interface Source {
  readonly index: LineIndex;
  readonly head: Head;
  readonly escapeCharacter: EscapeCharacter;
  readonly heredocs: readonly Heredoc[];
  /** Offset in the head's line at which this instruction begins: not zero for a trigger. */
  readonly start: number;
}

class ParsedInstruction implements Instruction {
  readonly keyword: string;
  readonly keywordRange: Range;
  readonly range: Range;
  readonly firstLine = 0;
  readonly lineCount: number;
  readonly escapeCharacter: EscapeCharacter;
  readonly heredocs: readonly Heredoc[];
  readonly argument: LogicalText;
  readonly argumentRange: Range | undefined;
  readonly flags: readonly Flag[];
  readonly #source: Source;
  readonly #markers: readonly HeredocMarker[];
  readonly #argumentStart: number;
  readonly #argumentEnd: number;
  #words: readonly Word[] | undefined;
  #comments: readonly Comment[] | undefined;
  #exec: ExecForm | undefined | "unread" = "unread";
  #trigger: Instruction | undefined | "unread" = "unread";

  constructor(source: Source) {
    const { index, head, escapeCharacter, heredocs, start } = source;
    const { logical } = head;
    const { keyword, keywordStart, keywordEnd } = splitKeyword(logical.text, start);
    const { flags, end }: Flags = readFlags(logical, keywordEnd);
    this.#source = source;
    this.keyword = keyword;
    this.keywordRange = logical.rangeOf(keywordStart, keywordEnd);
    this.lineCount = index.starts.length;
    this.escapeCharacter = escapeCharacter;
    this.heredocs = heredocs;
    this.flags = flags;
    this.#markers = heredocs.length > 0 ? heredocMarkers(logical.text) : [];
    this.#argumentEnd = dropBlanks(logical.text, end, logical.text.length);
    this.#argumentStart = Math.min(end, this.#argumentEnd);
    this.argument = logical.slice(this.#argumentStart, this.#argumentEnd);
    this.argumentRange =
      this.#argumentStart < this.#argumentEnd
        ? logical.rangeOf(this.#argumentStart, this.#argumentEnd)
        : undefined;
    this.range = { start: this.keywordRange.start, end: endOf(source) };
  }

  get atZero(): Instruction {
    return this;
  }

  get line(): LogicalText {
    return this.#source.head.logical;
  }

  get emptyContinuationLines(): readonly number[] {
    return this.#source.head.emptyLines;
  }

  get words(): readonly Word[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  get comments(): readonly Comment[] {
    this.#comments ??= this.#source.head.commentLines.map((line) => commentOn(this.#source.index, line));
    return this.#comments;
  }

  get exec(): ExecForm | undefined {
    if (this.#exec === "unread") this.#exec = this.#readExec();
    return this.#exec;
  }

  get trigger(): Instruction | undefined {
    if (this.#trigger === "unread") {
      // The builder refuses an ONBUILD inside of an ONBUILD, so what that one holds is no trigger.
      const hasTrigger =
        this.keyword === "ONBUILD" && this.argumentRange !== undefined && this.#source.start === 0;
      this.#trigger = hasTrigger
        ? new ParsedInstruction({ ...this.#source, start: this.#argumentStart })
        : undefined;
    }
    return this.#trigger;
  }

  #readWords(): readonly Word[] {
    const { head, escapeCharacter } = this.#source;
    const { logical } = head;
    const splitting = SPLIT_AT_EVERY_BLANK.has(this.keyword) ? "plain" : "quoted";
    const [from, to] = [this.#argumentStart, this.#argumentEnd];
    return splitWords(logical.text, from, to, escapeCharacter, splitting, this.#markers).map(
      ({ start, end, unclosedQuote }) => {
        const text = logical.text.slice(start, end);
        const range = logical.rangeOf(start, end);
        return { text, value: unquote(text, escapeCharacter), start, end, range, unclosedQuote };
      },
    );
  }

  #readExec(): ExecForm | undefined {
    const [start, end] = [this.#argumentStart, this.#argumentEnd];
    if (HAS_EXEC_FORM.has(this.keyword)) return readExecForm(this.line, start, end);
    if (this.keyword !== "HEALTHCHECK") return undefined;
    const { keyword, keywordEnd } = splitKeyword(this.line.text, start);
    return keyword === "CMD"
      ? readExecForm(this.line, skipBlanks(this.line.text, keywordEnd, end), end)
      : undefined;
  }
}

const SPLIT_AT_EVERY_BLANK = new Set(["FROM", "COPY", "ADD", "EXPOSE", "VOLUME"]);
const HAS_EXEC_FORM = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"]);

function endOf({ index, head, heredocs }: Source): Range["end"] {
  const last = heredocs.at(-1);
  if (last !== undefined) return last.endRange?.end ?? last.bodyRange.end;
  const line = head.lines.lastContentLine;
  return { line, character: lineEnd(index, line) - (index.starts[line] ?? 0) };
}
