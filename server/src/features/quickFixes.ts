import type { CodeActionParams } from "vscode-languageserver";
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from "vscode-languageserver-types";
import { withOwnLineBreaks } from "../lint/applyEdits";
import type { Finding } from "../lint/finding";
import type { Fix, Problem } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { DockerfileContext } from "./feature";
import { findingsOf } from "./findings";
import { fixRuleAction } from "./fixAll";
import { ignoreActions } from "./ignoreActions";

/**
 * Fixes first, those that are safe before all; then the ways to silence. Empty where the client asks for other kinds only.
 */
export function quickFixes(
  dockerfile: Dockerfile,
  params: CodeActionParams,
  file: DockerfileContext,
): CodeAction[] {
  const { only, diagnostics } = params.context;
  if (only && !only.some((kind) => kind === CodeActionKind.QuickFix || kind === CodeActionKind.Empty))
    return [];
  const found = findingsOf(dockerfile, file)
    .filter(({ problem }) => touches(problem.range, params.range))
    .map((finding) => ({ finding, matching: matching(finding, diagnostics) }));
  const perRule = [...new Map(found.map((each) => [each.finding.rule, each])).values()];
  return [
    ...found.flatMap(({ finding, matching }) => fixActions(dockerfile, finding.problem, matching, file)),
    ...perRule.flatMap(({ finding, matching }) => fixRuleAction(dockerfile, finding, matching, file)),
    ...perRule.flatMap(({ finding, matching }) => ignoreActions(dockerfile, finding, matching, file)),
  ];
}

function fixActions(
  dockerfile: Dockerfile,
  problem: Problem,
  diagnostics: Diagnostic[],
  { uri, client }: DockerfileContext,
): CodeAction[] {
  const fixes = [...(problem.fix ? [problem.fix] : []), ...(problem.otherFixes ?? [])].map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => withOwnLineBreaks(dockerfile, edit)),
  }));
  return [
    ...fixes.map((fix, index) => fixAction(fix, index, diagnostics, uri)),
    ...(client?.runsCommands && client.hasEngine ? commandActions(problem, diagnostics) : []),
  ];
}

function fixAction(fix: Fix, index: number, diagnostics: Diagnostic[], uri: string): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: { changes: { [uri]: [...fix.edits] } },
    ...(index === 0 && !fix.unsafe && { isPreferred: true }),
  };
}

function commandActions({ command }: Problem, diagnostics: Diagnostic[]): CodeAction[] {
  if (!command) return [];
  const { title, command: id, arguments: values } = command;
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title, command: id, ...(values && { arguments: [...values] }) },
    },
  ];
}

/** The client's own diagnostics that an action mends, so that the editor can tie the two together. */
function matching({ rule, problem }: Finding, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code, range }) => code === rule.id && touches(range, problem.range));
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a, b) && !isBefore(b, a);
}

function isBefore(a: Range, b: Range): boolean {
  return a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
}
