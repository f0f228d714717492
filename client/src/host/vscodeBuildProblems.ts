import * as vscode from "vscode";
import type { BuildProblem, BuildProblems } from "../commands/buildProblems";
import { plainText } from "../ui/plainText";
import { movedLines } from "./movedLines";

/** Shows failed builds in the editor and the Problems view, apart from what the linter finds. */
export function createBuildProblems(subscriptions: vscode.Disposable[]): BuildProblems {
  const collection = vscode.languages.createDiagnosticCollection("drydock-build");
  const shown = new Map<string, BuildProblem>();

  const draw = (problem: BuildProblem) => {
    shown.set(problem.dockerfile, problem);
    const range = new vscode.Range(problem.firstLine, 0, problem.lastLine, Number.MAX_SAFE_INTEGER);
    const message = plainText(problem.message);
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = "drydock build";
    collection.set(vscode.Uri.file(problem.dockerfile), [diagnostic]);
  };

  const clear = (dockerfile: string) => {
    if (shown.delete(dockerfile)) collection.delete(vscode.Uri.file(dockerfile));
  };

  const follow = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const problem = document.uri.scheme === "file" ? shown.get(document.uri.fsPath) : undefined;
    if (!problem || contentChanges.length === 0) return;
    const moved = movedLines(
      problem,
      contentChanges.map(({ range, text }) => ({
        firstLine: range.start.line,
        firstCharacter: range.start.character,
        lastLine: range.end.line,
        lastCharacter: range.end.character,
        newText: text,
      })),
    );
    if (!moved) clear(problem.dockerfile);
    else if (moved.firstLine !== problem.firstLine) draw({ ...problem, ...moved });
  });

  subscriptions.push(collection, follow);
  return { clear, show: draw };
}
