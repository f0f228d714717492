import type { Range } from "vscode-languageserver-types";
import type { LogicalText } from "./logicalText";
import type { Writing } from "./scriptWriting";
import type { Command, ParsedScript } from "./shellSyntax";

/** One piece of shell that an instruction runs: its shell form, a heredoc body, the script of `sh -c`, or an exec form's command. */
export interface ShellScript {
  /**
   * Lower-case base name of the shell that reads it: `sh`, `bash`, `ash`, `cmd`, `powershell`, `pwsh`, or another
   * interpreter that a shebang names. Undefined for an exec form, which no shell reads.
   */
  readonly shell: string | undefined;
  /** How that shell was called, its own name first: `["/bin/bash", "-o", "pipefail", "-c"]`. */
  readonly invocation: readonly string[];
  readonly form: "shell" | "exec" | "heredoc" | "nested";
  /** How `text` is written where it stands, so that who edits it can write likewise. */
  readonly writing: Writing;
  readonly text: string;
  /** Maps offsets of `text` to the document. */
  rangeOf(start: number, end: number): Range;
  /**
   * Every simple command, in order, those in subshells, conditions, functions, substitutions and `sh -c '…'` included.
   * Empty for Windows shells and for interpreters that are no shell.
   */
  readonly commands: readonly ShellCommand[];
  /** Scripts inside it that another shell reads: `bash -c '…'`, `sh <<EOF`. Their commands are among `commands`. */
  readonly nested: readonly ShellScript[];
  /** What the parser could not read. */
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
  /** The syntax tree, whose offsets count in `text`; see shellSyntax.ts for a walk. Undefined where there are no commands. */
  readonly ast: ParsedScript | undefined;
  readonly logical: LogicalText;
}

/** One simple command: assignments before it, its name, its words. */
export interface ShellCommand {
  /** Base name without its folder, wrappers such as `sudo`, `env`, `exec`, `time`, `nice` left out: `apt-get`. Undefined where it is not a plain word. */
  readonly name: string | undefined;
  /** The name as written, with its folder and quotes; empty where there is none. */
  readonly nameText: string;
  /** Where there is no name, as in `A=1`, the whole command. */
  readonly nameRange: Range;
  /** The words after the name, flags too. */
  readonly words: readonly ShellWord[];
  /** From the first assignment or wrapper to the last word or redirection. */
  readonly range: Range;
  /** Offsets into the script's text. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly assignments: readonly ShellAssignment[];
  readonly redirections: readonly ShellRedirection[];
  /** Wrappers that stood before the name, in order, for example `sudo`. */
  readonly wrappers: readonly ShellWrapperName[];
  /** How the command before it in the same list leads here. */
  readonly operatorBefore: "&&" | "||" | ";" | "&" | "|" | undefined;
  /** It has something to read: behind a pipe, from a file or a heredoc, or because a group or shell around it has. */
  readonly isFed: boolean;
  /** The innermost script that it stands in. */
  readonly shell: string | undefined;
  /** Undefined for an exec form. */
  readonly node: Command | undefined;
}

export interface ShellWrapperName {
  /** Without its folder. */
  readonly name: string;
  readonly range: Range;
}

export interface ShellWord {
  /** As written. */
  readonly text: string;
  /** Quotes taken away; undefined where it holds an expansion, so that its value is not known. Patterns such as `*` are kept. */
  readonly value: string | undefined;
  readonly range: Range;
  readonly start: number;
  readonly end: number;
}

export interface ShellAssignment {
  readonly name: string;
  /** As written. */
  readonly value: string;
  readonly range: Range;
}

export interface ShellRedirection {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`, `&>` … */
  readonly operator: string;
  /** As written before the operator. */
  readonly fileDescriptor: number | undefined;
  /** Undefined for a heredoc. */
  readonly target: ShellWord | undefined;
  readonly range: Range;
}
