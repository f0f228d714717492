import type { Run } from "./logicalText";

/** A word of a command by offsets of the script's text. */
export interface FoundWord {
  readonly text: string;
  /** Undefined where something in it is expanded when it runs. */
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface WrittenWord extends FoundWord {
  /** Its text as a script of its own. */
  scriptRuns(): readonly Run[];
}
