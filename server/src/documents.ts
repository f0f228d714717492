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
  const models = new Map<string, { version: number; model: Dockerfile }>();
  documents.onDidClose(({ document }) => models.delete(document.uri));
  documents.listen(connection);
  return {
    get: (uri) => documents.get(uri),
    all: () => documents.all(),
    model(document) {
      const last = models.get(document.uri);
      if (last?.version === document.version) return last.model;
      const model = parseDockerfile(document.getText(), last?.model);
      models.set(document.uri, { version: document.version, model });
      return model;
    },
    onChange: (listener) => void documents.onDidChangeContent(({ document }) => listener(document)),
    onClose: (listener) => void documents.onDidClose(({ document }) => listener(document)),
  };
}
