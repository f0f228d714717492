import type { Range } from "vscode-languageserver-types";

/** A line that is a comment. */
export interface Comment {
  /** Without the `#` and the blanks around. */
  readonly text: string;
  /** From the `#` to the end of the line. */
  readonly range: Range;
  readonly textRange: Range;
}
