import type { Position, Range } from "vscode-languageserver-types";
import type { Comment } from "./comment";
import type { Heredoc } from "./heredocs";
import type { Instruction } from "./instruction";
import type { Stage } from "./stages";
import type { VariableDefinition, VariableUse } from "./variables";

export type { Comment } from "./comment";

/**
 * A Dockerfile as every rule and feature sees it. Any text gives one: what is wrong in the text is stated as a fact
 * in the value (a heredoc without an end, a quote left open), and rules turn facts into problems.
 * Lines and characters count from zero, characters in UTF-16 code units, as in LSP.
 */
export interface Dockerfile {
  readonly text: string;
  readonly lineCount: number;
  readonly escapeCharacter: "\\" | "`";
  /** Parser directives at the top that the builder honours, in order. */
  readonly directives: readonly ParserDirective[];
  /** Every comment line, those between continuation lines too. Parser directives and heredoc bodies are none. */
  readonly comments: readonly Comment[];
  /** In order; triggers of ONBUILD are inside their instruction. */
  readonly instructions: readonly Instruction[];
  /** What stands before the first FROM. */
  readonly preamble: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** Every ARG and ENV, resolved in one pass, in order. */
  readonly variableDefinitions: readonly VariableDefinition[];
  /** Every `$name` and `${name…}` that the builder itself expands, in order. Those the shell expands are in the shell scripts. */
  readonly variableUses: readonly VariableUse[];

  /** The text of one line, without its line break. */
  line(line: number): string;
  textOf(range: Range): string;
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
  /** The instruction whose lines hold this one, its heredoc bodies and the comments between its lines included. */
  instructionAt(line: number): Instruction | undefined;
  stageAt(line: number): Stage | undefined;
  heredocAt(line: number): Heredoc | undefined;
}

export interface ParserDirective {
  /** Lower case: `syntax`, `escape`, `check`. */
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  readonly nameRange: Range;
  readonly valueRange: Range;
}
