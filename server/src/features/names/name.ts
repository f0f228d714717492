import type { Range } from "vscode-languageserver-types";

/** A stage or a variable with every place of the file that names it. */
export interface Name {
  readonly kind: "stage" | "variable";
  readonly text: string;
  /** In the order of the file. */
  readonly places: readonly NamePlace[];
  /** Why it cannot be called otherwise; undefined for most. */
  readonly fixedBecause: string | undefined;
}

export interface NamePlace {
  /** The name alone, without quotes, dollar sign and braces. */
  readonly range: Range;
  readonly role: "definition" | "use";
}

export function byPlace(a: NamePlace, b: NamePlace): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
