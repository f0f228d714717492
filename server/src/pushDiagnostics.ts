import type { Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Documents } from "./documents";
import { diagnostics } from "./features/diagnostics";
import { ignoreFileDiagnostics } from "./features/ignoreFiles/ignoreFileDiagnostics";
import type { FileContexts } from "./fileContexts";
import { isIgnoreFile } from "./files/isIgnoreFile";
import { readIgnoreFile } from "./ignoreFile/ignoreFile";
import { nextTurn } from "./nextTurn";

/** Sends diagnostics after each change, for clients that do not pull them. Changes that come together are answered once. */
export function pushDiagnostics(connection: Connection, documents: Documents, contexts: FileContexts): void {
  const waiting = new Set<string>();

  function schedule({ uri }: TextDocument): void {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    nextTurn()
      .then(() => {
        waiting.delete(uri);
        return publish(uri);
      })
      .catch((error: unknown) => connection.console.error(`Diagnostics failed: ${String(error)}`));
  }

  async function publish(uri: string): Promise<void> {
    const opened = documents.get(uri);
    if (!opened) return;
    const context = await contexts.of(uri, documents.model(opened));
    const document = documents.get(uri);
    if (!document) return;
    const items = isIgnoreFile(uri)
      ? ignoreFileDiagnostics(readIgnoreFile(document.getText()), context)
      : diagnostics(documents.model(document), context);
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: items });
  }

  documents.onChange(schedule);
  documents.onClose(({ uri }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
  contexts.onChange(() => {
    for (const document of documents.all()) schedule(document);
  });
}
