import * as vscode from "vscode";
import { startWebLanguageClient } from "./language/startWebLanguageClient";

/** In a browser there is no engine to reach, so there are the language features and nothing else. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Drydock", { log: true });
  void vscode.commands.executeCommand("setContext", "drydock.web", true);
  subscriptions.push(log, explainAbsentEngine(), startWebLanguageClient(extensionUri, log));
}

/** The view is empty for good, so that it shows what the manifest has it say. */
function explainAbsentEngine(): vscode.Disposable {
  return vscode.window.registerTreeDataProvider<never>("drydock.browser", {
    getChildren: () => [],
    getTreeItem: (element) => element,
  });
}
