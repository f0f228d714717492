import type { ScriptEdit } from "./editScript";

/** Something in a script that bash understands and other shells need not, by offsets of the script's text. */
export interface BashForm {
  readonly kind: BashFormKind;
  readonly start: number;
  readonly end: number;
  /** The name of the variable or the command, where there are several of the kind. */
  readonly name?: string;
  /** The same in words that each shell knows. */
  readonly edits?: readonly ScriptEdit[];
}

export type BashFormKind =
  | "append"
  | "appendOutputAndErrors"
  | "arithmeticCommand"
  | "arithmeticFor"
  | "array"
  | "arrayElement"
  | "braceExpansion"
  | "command"
  | "conditional"
  | "coprocess"
  | "echoOption"
  | "escapedQuote"
  | "execName"
  | "exportFunction"
  | "extendedPattern"
  | "fallThrough"
  | "functionKeyword"
  | "functionName"
  | "hereString"
  | "highDescriptor"
  | "increment"
  | "indirection"
  | "let"
  | "letterCase"
  | "namedDescriptor"
  | "networkFile"
  | "numberBase"
  | "oldArithmetic"
  | "outputAndErrors"
  | "outputToFile"
  | "pipeWithErrors"
  | "power"
  | "printfQuote"
  | "printfVariable"
  | "processSubstitution"
  | "random"
  | "readArray"
  | "readFile"
  | "readNothing"
  | "readOption"
  | "replacement"
  | "select"
  | "setOption"
  | "source"
  | "substring"
  | "testEquals"
  | "testPattern"
  | "testVariable"
  | "translatedQuote"
  | "trapName"
  | "trapPrefix"
  | "variable";

/** Names that a script gives itself. */
export interface ScriptNames {
  readonly functions: ReadonlySet<string>;
  readonly assigned: ReadonlySet<string>;
}
