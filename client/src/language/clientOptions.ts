import * as vscode from "vscode";
import type { LanguageClientOptions, StaticFeature } from "vscode-languageclient";
import type { ClientAbilities } from "../../../server/src/protocol";

export const clientId = "drydock";
export const clientName = "Drydock Language Server";

/** Whatever holds it: a file, an unsaved document, or a repository that is read over the network. */
const selector = [
  { language: "dockerfile" },
  { language: "ignore", pattern: "**/{.dockerignore,*.dockerignore}" },
];

export function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel: log,
    // Problems and markup come from our own server, but quote the file: no command link in them may run.
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      provideDiagnostics(document, previousResultId, token, next) {
        const { scheme } = document instanceof vscode.Uri ? document : document.uri;
        // The old side of a comparison can't be mended, so its problems would only be noise.
        if (vscode.workspace.fs.isWritableFileSystem(scheme) === false && scheme !== "untitled")
          return undefined;
        return next(document, previousResultId, token);
      },
    },
  };
}

/** Says in the initialize request which of our own requests this client answers. */
export function announce(abilities: ClientAbilities): StaticFeature {
  return {
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...capabilities.experimental, drydock: abilities };
    },
    initialize() {
      // Nothing to set up: the requests are answered by handlers of the client.
    },
    getState: () => ({ kind: "static" }),
    clear() {
      // Nothing is held.
    },
  };
}

/** Calls `start` once: when a Dockerfile is open, is opened, or lies somewhere in the workspace, whose problems are shown too. */
export function onFirstDockerfile(start: () => void): vscode.Disposable {
  const concerns = (document: vscode.TextDocument) => vscode.languages.match(selector, document) > 0;
  const searching = new vscode.CancellationTokenSource();
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (concerns(document)) begin();
  });
  const end = () => {
    waiting.dispose();
    searching.cancel();
  };
  const begin = () => {
    end();
    start();
  };
  if (vscode.workspace.textDocuments.some(concerns)) begin();
  else {
    vscode.workspace.findFiles(dockerfiles, undefined, 1, searching.token).then(
      ([found]) => {
        if (found && !searching.token.isCancellationRequested) begin();
      },
      // A workspace that can't be searched, such as one over a slow network, waits for the first document.
      () => undefined,
    );
  }
  return new vscode.Disposable(end);
}

/** As contributes.languages names them. */
const dockerfiles = "**/{Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,Containerfile.*}";
