import * as vscode from "vscode";
import { startWebLanguageClient } from "./language/startWebLanguageClient";

/** In a browser there is no engine to reach, so there are the language features and nothing else. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Drydock", { log: true });
  void vscode.commands.executeCommand("setContext", "drydock.web", true);
  subscriptions.push(log, startWebLanguageClient(extensionUri, log));
}
