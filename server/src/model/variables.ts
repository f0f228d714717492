import type { Range } from "vscode-languageserver-types";
import type { Instruction } from "./instruction";
import type { Stage } from "./stages";

/** One `NAME[=value]` of an ARG or ENV. */
export interface VariableDefinition {
  readonly name: string;
  readonly kind: "ARG" | "ENV";
  readonly instruction: Instruction;
  /** Undefined for a global argument. */
  readonly stage: Stage | undefined;
  readonly nameRange: Range;
  /** As written, without quotes; undefined for `ARG NAME`. */
  readonly value: string | undefined;
  readonly valueRange: Range | undefined;
  /** With earlier variables expanded; undefined where that is not known before the build. */
  readonly resolved: string | undefined;
}

/** One `$name` or `${name…}` that the builder expands. */
export interface VariableUse {
  readonly name: string;
  readonly instruction: Instruction;
  /** From the `$` to the end of the name or the closing brace. */
  readonly range: Range;
  readonly nameRange: Range;
  /** For example `:-` in `${name:-word}`, with its operand as written. */
  readonly modifier: string | undefined;
  readonly operand: string | undefined;
  /** The definition in force at this place, inherited from a parent stage where it is; undefined for none. */
  readonly definition: VariableDefinition | undefined;
  /** What the builder puts here when no build argument is given; undefined where that is not known. */
  readonly resolved: string | undefined;
}
