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
 *
 * What more can be asked stands in files of their own, each named after its function:
 * - of a document: parseDockerfile, stageOf, resolveText, shellOf, ancestors (of a stage), withTriggers;
 * - of an instruction: pairs (ENV, LABEL, ARG), copyOf (COPY, ADD), exposedPorts, shellScripts, writtenImage (FROM);
 * - of a text: parseReference (reference.ts), readTemplate and expansionsIn (template.ts), looksLikeDirective
 *   (parserDirectives.ts); of a shell's syntax tree: walkSyntax (shellSyntax.ts).
 *
 * What depends on one instruction's text alone is the same for `instruction.atZero` and only moved for the instruction at
 * its place, so whoever caches by `atZero` does the work once for as long as the text stays the same.
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
