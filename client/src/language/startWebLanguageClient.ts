import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { answerFileRequests } from "./answerFileRequests";
import { announce, clientId, clientName, clientOptions } from "./clientOptions";
import { registerLintCommands } from "./lintCommands";
import { onFirstDockerfile } from "./onFirstDockerfile";

/** What a browser's extension host offers; Node's types do not know it. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2];

/** Runs the language server in a worker of the browser, and reads files for it. */
export function startWebLanguageClient(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let client: LanguageClient | undefined;
  let ended = false;

  const start = async () => {
    if (ended) return;
    const worker = new Worker(vscode.Uri.joinPath(extensionUri, "dist", "server.web.js").toString(true));
    client = new LanguageClient(clientId, clientName, worker, clientOptions(log));
    client.registerFeature(announce({ files: true, commands: true }));
    answerFileRequests(client);
    await client.start();
  };

  const waiting = onFirstDockerfile(() => {
    start().catch((error) => log.error(`The language server could not be started: ${error}`));
  });
  const commands = registerLintCommands(extensionUri);
  return new vscode.Disposable(() => {
    ended = true;
    waiting.dispose();
    commands.dispose();
    void client?.dispose();
  });
}
