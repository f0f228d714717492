import type { DocumentHighlightParams } from "vscode-languageserver";
import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import type { Feature } from "./feature";
import { nameAt } from "./names/nameAt";

export const documentHighlightsFeature: Feature = {
  capabilities: { documentHighlightProvider: true },
  connect: (connection, serve) =>
    void connection.onDocumentHighlight(
      serve((dockerfile, { position }: DocumentHighlightParams) => documentHighlights(dockerfile, position)),
    ),
};

/** Every place of the stage or variable at the cursor. */
export function documentHighlights(dockerfile: Dockerfile, position: Position): DocumentHighlight[] {
  const { places = [] } = nameAt(dockerfile, position)?.name ?? {};
  return places.map(({ range, role }) => ({
    range,
    kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
