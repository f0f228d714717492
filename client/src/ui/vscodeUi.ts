import * as vscode from "vscode";
import { plainNotice } from "./plainText";
import { openDocuments } from "./readonlyDocuments";
import type { ChoiceNotice, Notice, Ui } from "./ui";
import { chooseFiles, chooseNewFile } from "./vscodeFiles";
import { openLogs } from "./vscodeLogs";
import { openOutputs } from "./vscodeOutputs";
import { showProgress } from "./vscodeProgress";
import { askInput, askPick, askPickMany } from "./vscodeQuestions";
import { askSteps } from "./vscodeSteps";
import { askSuggest } from "./vscodeSuggest";
import { openTerminal } from "./vscodeTerminals";

/** Asks and tells by means of the editor's own inputs, notices and documents. */
export function createVscodeUi(
  subscriptions: vscode.Disposable[],
  onActionFailed: (error: unknown, action: string) => void,
): Ui {
  const outputs = openOutputs();
  const documents = openDocuments();
  const logs = openLogs();
  subscriptions.push(outputs, documents, logs);

  return {
    input: askInput,
    pick: askPick,
    pickMany: askPickMany,
    suggest: askSuggest,
    chooseFiles,
    chooseNewFile,
    askSteps,
    async confirm({ message, detail, action }) {
      const chosen = await vscode.window.showWarningMessage(
        plainNotice(message),
        { modal: true, detail: plainNotice(detail) },
        action,
      );
      return chosen === action ? "confirmed" : "declined";
    },
    progress: showProgress,
    report(notice) {
      report(notice, onActionFailed).catch((error) => onActionFailed(error, "Showing a notice"));
    },
    choose,
    output: (name) => outputs.get(name),
    log: (name) => logs.get(name),
    showDocument: (document) => documents.show(document),
    openTerminal: (program) => openTerminal(program, onActionFailed),
    async copy(text) {
      await vscode.env.clipboard.writeText(text);
    },
    async openExternal(url) {
      // Only a browser's addresses: a label or port mapping must not start another program.
      const target = vscode.Uri.parse(url, true);
      if (target.scheme !== "http" && target.scheme !== "https") return;
      // Behind a remote window the address is reached through the editor's own tunnel.
      await vscode.env.openExternal(await vscode.env.asExternalUri(target));
    },
  };
}

async function report(
  { severity, message, actions = [] }: Notice,
  onActionFailed: (error: unknown, action: string) => void,
): Promise<void> {
  const labels = actions.map(({ label }) => label);
  const chosen = await show(severity, message, labels);
  try {
    await actions.find(({ label }) => label === chosen)?.run();
  } catch (error) {
    onActionFailed(error, chosen ?? "");
  }
}

async function choose<T>({ severity, message, choices }: ChoiceNotice<T>): Promise<T | undefined> {
  const chosen = await show(
    severity,
    message,
    choices.map(({ label }) => label),
  );
  return choices.find(({ label }) => label === chosen)?.value;
}

function show(severity: Notice["severity"], message: string, labels: string[]): Thenable<string | undefined> {
  const text = plainNotice(message);
  if (severity === "error") return vscode.window.showErrorMessage(text, ...labels);
  if (severity === "warning") return vscode.window.showWarningMessage(text, ...labels);
  return vscode.window.showInformationMessage(text, ...labels);
}
