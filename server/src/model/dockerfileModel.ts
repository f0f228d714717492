import type { Position, Range } from "vscode-languageserver-types";
import { commentOn } from "./commentOn";
import type { Comment, Dockerfile, ParserDirective } from "./dockerfile";
import type { EscapeCharacter } from "./head";
import type { Heredoc } from "./heredocs";
import type { Instruction } from "./instruction";
import { type LineIndex, lastAtOrBefore, lineText, offsetAt, positionAt, textIn } from "./lineIndex";
import { oncePer } from "./oncePer";
import { type Resolution, resolveStages } from "./resolveStages";
import { inSections } from "./sections";
import { stageAtLine } from "./stageAtLine";
import type { Stage } from "./stages";
import type { VariableDefinition, VariableUse } from "./variables";

/** The instructions of a document by their text, as they are at line 0; the next version of it adds to them. */
export interface ParsedTexts {
  readonly escapeCharacter: EscapeCharacter;
  readonly byText: Map<string, Instruction>;
}

export interface DockerfileParts {
  readonly text: string;
  /** Of the text as the parser read it. */
  readonly index: LineIndex;
  readonly directives: readonly ParserDirective[];
  readonly commentLines: readonly number[];
  /** Those that an earlier version has read already; undefined for the others, or empty. */
  readonly earlierComments: readonly (Comment | undefined)[];
  /** Of an earlier version, as far as somebody has asked for it. */
  readonly earlierResolution: Resolution | undefined;
  readonly instructions: readonly Instruction[];
  readonly parsed: ParsedTexts;
}

/** The one implementation of `Dockerfile`. What depends on several instructions is worked out on first use. */
export class DockerfileModel implements Dockerfile {
  readonly text: string;
  readonly escapeCharacter: EscapeCharacter;
  readonly directives: readonly ParserDirective[];
  readonly instructions: readonly Instruction[];
  readonly parsed: ParsedTexts;
  /** For parsing the next version: of the text as the parser read it. */
  readonly index: LineIndex;
  /** Those between instructions. */
  readonly commentLines: readonly number[];
  readonly #index: LineIndex;
  #betweenInstructions: readonly Comment[] | undefined;
  #earlierComments: readonly (Comment | undefined)[];
  #comments: readonly Comment[] | undefined;
  #firstLines: readonly number[] | undefined;
  #resolution: Resolution | undefined;
  #earlierResolution: Resolution | undefined;

  constructor(parts: DockerfileParts) {
    const { text, index, directives, commentLines, instructions, parsed } = parts;
    this.text = text;
    this.escapeCharacter = parsed.escapeCharacter;
    this.parsed = parsed;
    this.directives = directives;
    this.instructions = instructions;
    this.index = index;
    this.#index = { text, starts: index.starts };
    this.commentLines = commentLines;
    this.#earlierComments = parts.earlierComments;
    this.#earlierResolution = parts.earlierResolution;
  }

  get lineCount(): number {
    return this.#index.starts.length;
  }

  get comments(): readonly Comment[] {
    this.#comments ??= this.#readComments();
    return this.#comments;
  }

  get preamble(): readonly Instruction[] {
    return this.#resolved().preamble;
  }

  get stages(): readonly Stage[] {
    return this.#resolved().stages;
  }

  get variableDefinitions(): readonly VariableDefinition[] {
    return this.#resolved().definitions;
  }

  get variableUses(): readonly VariableUse[] {
    return this.#resolved().uses;
  }

  line(line: number): string {
    return lineText(this.#index, line);
  }

  textOf(range: Range): string {
    return textIn(this.#index, range);
  }

  offsetAt(position: Position): number {
    return offsetAt(this.#index, position);
  }

  positionAt(offset: number): Position {
    return positionAt(this.#index, offset);
  }

  instructionAt(line: number): Instruction | undefined {
    this.#firstLines ??= this.instructions.map(({ firstLine }) => firstLine);
    const instruction = this.instructions[lastAtOrBefore(this.#firstLines, line)];
    if (instruction === undefined) return undefined;
    const { firstLine, lineCount } = instruction;
    return line >= firstLine && line < firstLine + lineCount ? instruction : undefined;
  }

  stageAt(line: number): Stage | undefined {
    return stageAtLine(this.stages, line);
  }

  heredocAt(line: number): Heredoc | undefined {
    return this.instructionAt(line)?.heredocs.find(({ bodyRange, endRange }) => {
      const { start, end } = bodyRange;
      if (endRange !== undefined) return line >= start.line && line <= endRange.end.line;
      return line >= start.line && line <= end.line;
    });
  }

  /** For this room only: what the stages and variables were resolved to. */
  resolution(): Resolution {
    return this.#resolved();
  }

  #resolved(): Resolution {
    if (this.#resolution === undefined) {
      this.#resolution = resolveStages(this.instructions, this.#earlierResolution);
      this.#earlierResolution = undefined;
    }
    return this.#resolution;
  }

  /** For this room only: the latest that somebody has asked for, of this version or of one before it. */
  get knownResolution(): Resolution | undefined {
    return this.#resolution ?? this.#earlierResolution;
  }

  /** For this room only: the comments between instructions, as far as somebody has asked for them. */
  get knownComments(): readonly Comment[] | undefined {
    return this.#betweenInstructions;
  }

  #readComments(): readonly Comment[] {
    const between = this.commentLines.map(
      (line, index) => this.#earlierComments[index] ?? commentOn(this.#index, line),
    );
    this.#betweenInstructions = between;
    this.#earlierComments = [];
    const inside = inSections(this, commentsInside);
    if (inside.length === 0) return between;
    return [...between, ...inside].sort((a, b) => a.range.start.line - b.range.start.line);
  }
}

/** Those between the lines of instructions. */
const commentsInside = oncePer((section: readonly Instruction[]): readonly Comment[] =>
  section.flatMap(({ comments }) => comments),
);
