import type { Settings } from "../../protocol";

/** How a Dockerfile is laid out, as far as there is a choice. */
export interface FormatOptions {
  readonly keywordCase: Settings["format"]["keywordCase"];
  readonly indent: Indent;
}

/** One step of indentation. */
export interface Indent {
  readonly style: "spaces" | "tabs";
  /** Columns of a step, and of a tab wherever one stands. */
  readonly width: number;
}
