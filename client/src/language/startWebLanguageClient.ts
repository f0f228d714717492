import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import {
  type FileParameters,
  type ListFilesParameters,
  listFilesRequest,
  readFileRequest,
} from "../../../server/src/protocol";
import { announce, clientId, clientName, clientOptions, onFirstDockerfile } from "./clientOptions";
import { registerLintCommands } from "./lintCommands";
import { listFiles } from "./listFiles";

/** What a browser's extension host offers; Node's types do not know it. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3];

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
    client = new LanguageClient(clientId, clientName, clientOptions(log), worker);
    client.registerFeature(announce({ files: true, commands: true }));
    client.onRequest(readFileRequest, ({ uri }: FileParameters) => readText(vscode.Uri.parse(uri)));
    client.onRequest(listFilesRequest, ({ uri, limit }: ListFilesParameters) =>
      listFiles(vscode.Uri.parse(uri), limit),
    );
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

/** Null, as the protocol wants it, where there is no such file. */
async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A file that is not there is the usual answer, and one that can't be read is none for the server.
    return null;
  }
}
