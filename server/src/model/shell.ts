import type { Range } from "vscode-languageserver-types";

/** One piece of shell that an instruction runs: its shell form, a heredoc body, or the script of `sh -c` in exec form. */
export interface ShellScript {
  /** Lower case base name of the shell that reads it: `sh`, `bash`, `ash`, `cmd`, `powershell`, `pwsh` … */
  readonly shell: string;
  readonly text: string;
  /** Maps offsets of `text` to the document. */
  rangeOf(start: number, end: number): Range;
  /** Every simple command, in order, those in subshells, conditions, substitutions and `sh -c '…'` included. Empty for Windows shells. */
  readonly commands: readonly ShellCommand[];
  /** What the parser could not read. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** One simple command: assignments before it, its name, its words. */
export interface ShellCommand {
  /** Base name without its folder, wrappers such as `sudo`, `env`, `exec`, `time`, `nice` left out: `apt-get`. Undefined where it is not a plain word. */
  readonly name: string | undefined;
  readonly nameRange: Range;
  /** The words after the name, flags too. */
  readonly words: readonly ShellWord[];
  readonly range: Range;
  /** Offsets into the script's text. */
  readonly start: number;
  readonly end: number;
  readonly assignments: readonly { readonly name: string; readonly value: string; readonly range: Range }[];
  /** Wrappers that stood before the name, in order, for example `["sudo"]`. */
  readonly wrappers: readonly string[];
  /** How the command before it in the same list leads here. */
  readonly operatorBefore: "&&" | "||" | ";" | "&" | "|" | undefined;
}

export interface ShellWord {
  /** As written. */
  readonly text: string;
  /** Quotes taken away; undefined where it holds an expansion, so that its value is not known. */
  readonly value: string | undefined;
  readonly range: Range;
}
