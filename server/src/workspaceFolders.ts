import type { Connection, InitializeParams } from "vscode-languageserver";
import { URI } from "vscode-uri";

/** The folders that the editor has open. */
export interface WorkspaceFolders {
  begin(params: InitializeParams): void;
  /** To be called once the client takes requests. */
  follow(): void;
  /** URIs without a slash at their end. */
  all(): readonly string[];
  /** The folder that a file lies in, the innermost where they are nested. */
  of(uri: string): string | undefined;
  onChange(listener: () => void): void;
}

export function createWorkspaceFolders(connection: Connection): WorkspaceFolders {
  let folders: readonly string[] = [];
  let canFollow = false;
  const listeners: (() => void)[] = [];
  return {
    begin({ workspaceFolders, rootUri, rootPath, capabilities }) {
      // Each takes the place of an older one, which clients before it have.
      const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
      const opened = workspaceFolders?.length ? workspaceFolders.map(({ uri }) => uri) : root ? [root] : [];
      folders = opened.map(withoutSlash);
      canFollow = capabilities.workspace?.workspaceFolders === true;
    },
    follow() {
      if (!canFollow) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => withoutSlash(uri))];
        for (const listener of listeners) listener();
      });
    },
    all: () => folders,
    of: (uri) =>
      folders
        .filter((folder) => uri.startsWith(`${folder}/`))
        .sort((a, b) => b.length - a.length)
        .at(0),
    onChange: (listener) => void listeners.push(listener),
  };
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, "");
}
