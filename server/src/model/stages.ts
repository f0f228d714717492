import type { Range } from "vscode-languageserver-types";
import type { Flag, Instruction, Word } from "./instruction";
import type { Reference } from "./reference";
import type { WrittenImage } from "./writtenImage";

/** A FROM and what follows it. */
export interface Stage {
  readonly index: number;
  readonly name: string | undefined;
  readonly nameRange: Range | undefined;
  readonly from: Instruction;
  readonly base: BaseImage | undefined;
  readonly platform: Flag | undefined;
  /** All of the stage, FROM first. */
  readonly instructions: readonly Instruction[];
  readonly range: Range;
}

/** What FROM names. */
export interface BaseImage {
  readonly word: Word;
  readonly range: Range;
  /** With build arguments expanded by their defaults; undefined where one has none. */
  readonly expanded: string | undefined;
  /** The earlier stage that it names. */
  readonly stage: Stage | undefined;
  readonly isScratch: boolean;
  /** Where registry, name, tag and digest stand in the text. */
  readonly written: WrittenImage;
  /** Undefined for a stage, scratch, an unresolved variable and a text that is no reference. */
  readonly reference: Reference | undefined;
}
