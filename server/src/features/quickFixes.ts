import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from "vscode-languageserver";
import type { Finding } from "../lint/finding";
import type { Fix, Problem } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { DockerfileContext, Feature } from "./feature";
import { findingsOf } from "./findings";

/** The fixes that rules offer at the cursor, and the client's commands that help. */
export const quickFixesFeature: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  connect: (connection, serve) => void connection.onCodeAction(serve(quickFixes)),
};

/** Empty where the client asks for other kinds only. */
export function quickFixes(
  dockerfile: Dockerfile,
  params: CodeActionParams,
  file: DockerfileContext,
): CodeAction[] {
  const { only, diagnostics } = params.context;
  if (only && !only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))) return [];
  return findingsOf(dockerfile, file)
    .filter(({ problem }) => touches(problem.range, params.range))
    .flatMap((finding) => actionsOf(finding, matching(finding, diagnostics), file.uri));
}

function actionsOf({ problem }: Finding, diagnostics: Diagnostic[], uri: string): CodeAction[] {
  const fixes = [...(problem.fix ? [problem.fix] : []), ...(problem.otherFixes ?? [])];
  return [
    ...fixes.map((fix, index) => fixAction(fix, index, diagnostics, uri)),
    ...commandActions(problem, diagnostics),
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
