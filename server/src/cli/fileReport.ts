import type { Range } from "vscode-languageserver-types";
import type { Finding } from "../lint/finding";
import type { Severity } from "../lint/rule";

/** What was found in one file, as plain data: it may come from another thread, and every format is made from it. */
export interface FileReport {
  /** As the person named it, or relative to the working directory, with the system's slashes. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
  /** Whether a finding reaches the threshold from which the run fails. */
  readonly isFailure: boolean;
  readonly fixes: Fixes | undefined;
  /** What went wrong besides: rules that crashed, configuration that could not be read. The run fails with 2. */
  readonly troubles: readonly string[];
  /** What a person should know besides, which fails nothing. */
  readonly notes: readonly string[];
}

/** What `--fix` did, or `--fix-dry-run` would do. */
export interface Fixes {
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

export interface ReportedFinding {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based, as in LSP. */
  readonly range: Range;
  readonly hasSafeFix: boolean;
  /** The text of the first line that it touches, for tools that recognise a finding when lines move. */
  readonly lineText: string;
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

export function reportFinding({ rule, severity, problem }: Finding, lineText: string): ReportedFinding {
  const { range, message, fix, otherFixes = [] } = problem;
  return {
    id: rule.id,
    aliases: problem.aliases ?? rule.aliases,
    severity,
    message,
    range,
    hasSafeFix: fix !== undefined && !fix.unsafe,
    lineText,
    fixes: [...(fix ? [fix] : []), ...otherFixes].map(({ title, edits }) => ({
      title,
      edits: edits.map(({ range: place, newText }) => ({ range: place, newText })),
    })),
  };
}

/** The name that hadolint or ShellCheck has for a finding, where they have one. */
export function peerCode({ id, aliases }: Pick<ReportedFinding, "id" | "aliases">): string {
  return aliases.find((name) => /^(?:DL|SC)\d{4}$/.test(name)) ?? id;
}

/** Hadolint's words for severities. */
export const hadolintLevels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "style",
};
