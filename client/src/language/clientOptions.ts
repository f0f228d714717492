import * as vscode from "vscode";
import type { LanguageClientOptions, StaticFeature } from "vscode-languageclient";
import type { ClientAbilities } from "../../../server/src/protocol";

export const clientId = "drydock";
export const clientName = "Drydock Language Server";

/** Whatever holds it: a file, an unsaved document, or a repository that is read over the network. */
export const selector = [
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
        const uri = document instanceof vscode.Uri ? document : document.uri;
        return canBeMended(uri) ? next(document, previousResultId, token) : undefined;
      },
    },
  };
}

/** The old side of a comparison can't be, so its problems would only be noise. What lies in the workspace is wanted. */
function canBeMended(uri: vscode.Uri): boolean {
  if (uri.scheme === "untitled" || vscode.workspace.getWorkspaceFolder(uri)) return true;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
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
