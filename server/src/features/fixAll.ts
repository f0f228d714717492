import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from "vscode-languageserver";
import type { Finding } from "../lint/finding";
import { fixAll } from "../lint/fixAll";
import { lintFile } from "../lint/lintFile";
import type { Dockerfile } from "../model/dockerfile";
import { rules } from "../rules";
import type { DockerfileContext } from "./feature";
import { findingsOf } from "./findings";

/** What editors ask for when a file is saved with `editor.codeActionsOnSave`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.drydock`;

/** Every safe fix of the file in one action, where the client asks for such. */
export function fixAllAction(
  dockerfile: Dockerfile,
  { context: { only } }: CodeActionParams,
  file: DockerfileContext,
): CodeAction[] {
  if (!only?.some((kind) => kind === fixAllKind || fixAllKind.startsWith(`${kind}.`))) return [];
  const edits = fixingEdits(dockerfile, file);
  if (edits.length === 0) return [];
  return [
    {
      title: "Fix All Dockerfile Problems That Have a Safe Fix",
      kind: fixAllKind,
      edit: { changes: { [file.uri]: edits } },
    },
  ];
}

/** One action for all safe fixes of a rule, where it has more than one in the file. */
export function fixRuleAction(
  dockerfile: Dockerfile,
  { rule, problem }: Finding,
  diagnostics: Diagnostic[],
  file: DockerfileContext,
): CodeAction[] {
  if (!problem.fix || problem.fix.unsafe) return [];
  const isOfRule = (finding: Finding) => finding.rule === rule;
  const mendable = findingsOf(dockerfile, file).filter(
    (finding) => isOfRule(finding) && finding.problem.fix && !finding.problem.fix.unsafe,
  );
  if (mendable.length < 2) return [];
  const edits = fixingEdits(dockerfile, file, isOfRule);
  if (edits.length === 0) return [];
  return [
    {
      title: `Fix all ${mendable.length} findings of ${rule.id} in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: { changes: { [file.uri]: edits } },
    },
  ];
}

function fixingEdits(
  dockerfile: Dockerfile,
  file: DockerfileContext,
  isWanted?: (finding: Finding) => boolean,
): TextEdit[] {
  const { lint: settings, outside, onCrash } = file;
  const find = (version: Dockerfile) =>
    version === dockerfile
      ? findingsOf(dockerfile, file)
      : lintFile(version, { rules, settings, outside, onCrash });
  return [...fixAll(dockerfile, find, isWanted).edits];
}
