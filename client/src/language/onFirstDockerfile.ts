import * as vscode from "vscode";
import { selector } from "./clientOptions";
import { listFiles } from "./listFiles";

/** Calls `start` once: when a Dockerfile is open, is opened, or lies somewhere in the workspace, whose problems are shown too. */
export function onFirstDockerfile(start: () => void): vscode.Disposable {
  const concerns = (document: vscode.TextDocument) => vscode.languages.match(selector, document) > 0;
  const searching = new vscode.CancellationTokenSource();
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (concerns(document)) begin();
  });
  const adding = vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => search(added));
  const search = (folders: readonly vscode.WorkspaceFolder[]) => {
    for (const { uri } of folders) {
      holdsDockerfile(uri, searching.token).then(
        (holds) => {
          if (holds) begin();
        },
        // A folder that can't be searched, such as one over a slow network, waits for the first document.
        () => undefined,
      );
    }
  };
  const end = () => {
    waiting.dispose();
    adding.dispose();
    searching.cancel();
  };
  const begin = () => {
    if (searching.token.isCancellationRequested) return;
    end();
    start();
  };
  if (vscode.workspace.textDocuments.some(concerns)) begin();
  else search(vscode.workspace.workspaceFolders ?? []);
  return new vscode.Disposable(end);
}

async function holdsDockerfile(folder: vscode.Uri, token: vscode.CancellationToken): Promise<boolean> {
  if (folder.scheme === "file") {
    const pattern = new vscode.RelativePattern(folder, dockerfiles);
    return (await vscode.workspace.findFiles(pattern, undefined, 1, token)).length > 0;
  }
  // In a virtual workspace mostly nobody answers a search, and it then never ends.
  const paths = await listFiles(folder, mostPaths);
  return paths.some((path) => dockerfileName.test(path));
}

/** As contributes.languages names them. */
const dockerfiles = "**/{Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,Containerfile.*,*.containerfile}";
const dockerfileName = /(?:^|\/)(?:(?:Docker|Container)file(?:\.[^/]*)?|[^/]*\.(?:docker|container)file)$/i;

/** Of a virtual folder, which may be a large repository behind a network, no more is looked at before one is opened. */
const mostPaths = 2000;
