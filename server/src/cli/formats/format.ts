import type { Rule } from "../../lint/rule";
import type { FileReport } from "../fileReport";
import type { Paint } from "../terminalText";

/** Makes the text of a run's reports, with the line break at its end; empty where there is nothing to say. */
export type Format = (reports: readonly FileReport[], about: FormatContext) => string;

export interface FormatContext {
  readonly paint: Paint;
  readonly fix: "no" | "write" | "dry run";
  readonly rules: readonly Rule[];
}
