import * as vscode from "vscode";
import { plainLine, plainText } from "./plainText";
import type { ReadonlyDocument } from "./ui";

const scheme = "drydock-inspect";

export interface Documents extends vscode.Disposable {
  show(document: ReadonlyDocument): Promise<void>;
}

/** Documents that can be read, searched and copied from but not edited. Each lives as long as it is open. */
export function openDocuments(): Documents {
  const texts = new Map<string, string>();
  // The editor closes a document some time after its tab, which may be when it is shown again already.
  const showing = new Set<string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registrations = [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (!showing.has(uri.toString())) texts.delete(uri.toString());
    }),
  ];

  return {
    async show({ name, text }) {
      const uri = vscode.Uri.from({ scheme, path: `/${plainLine(name)}` });
      const key = uri.toString();
      texts.set(key, plainText(text));
      showing.add(key);
      try {
        changed.fire(uri);
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document, { preview: true });
      } finally {
        showing.delete(key);
      }
    },
    dispose() {
      for (const registration of registrations) registration.dispose();
    },
  };
}
