import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Dockerfile } from "./model/dockerfile";
import { parseDockerfile } from "./model/parseDockerfile";

/** The open documents and their models. */
export interface Documents {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
  /** The model of the document's present text, parsed when first asked for and from the last one's parts. */
  model(document: TextDocument): Dockerfile;
  onChange(listener: (document: TextDocument) => void): void;
  onClose(listener: (document: TextDocument) => void): void;
}

export function createDocuments(connection: Connection): Documents {
  const documents = new TextDocuments(TextDocument);
  const models = new Map<string, Dockerfile>();
  documents.onDidClose(({ document }) => models.delete(document.uri));
  documents.listen(connection);
  return {
    get: (uri) => documents.get(uri),
    all: () => documents.all(),
    model(document) {
      const last = models.get(document.uri);
      // Not by the version: some clients begin to count again, or send a document twice under the same number.
      const text = document.getText();
      if (last?.text === text) return last;
      const model = parseDockerfile(text, last);
      models.set(document.uri, model);
      return model;
    },
    onChange: (listener) => void documents.onDidChangeContent(({ document }) => listener(document)),
    onClose: (listener) => void documents.onDidClose(({ document }) => listener(document)),
  };
}
