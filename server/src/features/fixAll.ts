import type { CodeActionParams } from "vscode-languageserver";
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Finding } from "../lint/finding";
import { fixAll } from "../lint/fixAll";
import { lintFile } from "../lint/lintFile";
import type { Dockerfile } from "../model/dockerfile";
import { rules } from "../rules";
import type { DockerfileContext } from "./feature";
import { findingsOf } from "./findings";

/** What editors ask for when a file is saved with `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.drydock`;

/** What an action that has no edit yet is to mend: all that one rule found, or everything. */
export interface FixAllTask {
  readonly textDocument: TextDocumentIdentifier;
  readonly rule?: string;
}

/** Every safe fix of the file in one action, where the client asks for such. */
export function fixAllAction(
  dockerfile: Dockerfile,
  { context: { only } }: CodeActionParams,
  file: DockerfileContext,
): CodeAction[] {
  if (!only?.some((kind) => kind === fixAllKind || fixAllKind.startsWith(`${kind}.`))) return [];
  if (!findingsOf(dockerfile, file).some(isMendable)) return [];
  const action = { title: "Fix All Dockerfile Problems That Have a Safe Fix", kind: fixAllKind };
  return withEdit(action, { textDocument: { uri: file.uri } }, dockerfile, file);
}

/** One action for all safe fixes of a rule, where it has more than one in the file. */
export function fixRuleAction(
  dockerfile: Dockerfile,
  finding: Finding,
  diagnostics: Diagnostic[],
  file: DockerfileContext,
): CodeAction[] {
  if (!isMendable(finding)) return [];
  const { rule } = finding;
  const mendable = findingsOf(dockerfile, file).filter((other) => other.rule === rule && isMendable(other));
  if (mendable.length < 2) return [];
  const title = `Fix all ${mendable.length} findings of ${rule.id} in this file`;
  const task = { textDocument: { uri: file.uri }, rule: rule.id };
  return withEdit({ title, kind: CodeActionKind.QuickFix, diagnostics }, task, dockerfile, file);
}

/** The edit that mends all that it can; undefined where that is nothing. */
export function fixAllEdit(
  dockerfile: Dockerfile,
  { rule }: FixAllTask,
  file: DockerfileContext,
): WorkspaceEdit | undefined {
  const { lint: settings, outside, onCrash } = file;
  const find = (version: Dockerfile) =>
    version === dockerfile
      ? findingsOf(dockerfile, file)
      : lintFile(version, { rules, settings, outside, onCrash });
  const isWanted = (finding: Finding) => rule === undefined || finding.rule.id === rule;
  const { edits } = fixAll(dockerfile, find, isWanted);
  return edits.length > 0 ? { changes: { [file.uri]: [...edits] } } : undefined;
}

/**
 * It takes several rounds of linting to tell what all fixes come to, so a client that can ask for the edit once the person
 * has chosen the action shall do so.
 */
function withEdit(
  action: CodeAction,
  task: FixAllTask,
  dockerfile: Dockerfile,
  file: DockerfileContext,
): CodeAction[] {
  if (file.client?.asksForEdits) return [{ ...action, data: task }];
  const edit = fixAllEdit(dockerfile, task, file);
  return edit ? [{ ...action, edit }] : [];
}

function isMendable({ problem: { fix } }: Finding): boolean {
  return fix !== undefined && !fix.unsafe;
}
