import * as vscode from "vscode";
import type { Subject } from "../selection/subject";

const mimeType = "application/vnd.drydock.image";

/** What images are that are dragged out of the view: names, one a line. */
export function draggedImages(subjects: readonly Subject[]): Readonly<Record<string, string>> {
  const references = subjects.flatMap((subject) =>
    subject.kind === "image" && subject.reference !== undefined ? [subject.reference] : [],
  );
  const text = references.join("\n");
  return text === "" ? {} : { [mimeType]: text, "text/plain": text };
}

/** Makes a FROM line of an image that is dropped into a Dockerfile. */
export function registerImageDrop(): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(
    { language: "dockerfile" },
    {
      async provideDocumentDropEdits(document, position, transfer) {
        const references = await transfer.get(mimeType)?.asString();
        if (!references) return undefined;
        const lines = references.split("\n").map((reference) => `FROM ${reference}`);
        return new vscode.DocumentDropEdit(asLines(lines, document.lineAt(position.line), position));
      },
    },
  );
}

/** A FROM needs a line of its own: in the middle of another one, breaks are put around it. */
function asLines(
  lines: readonly string[],
  { text }: vscode.TextLine,
  { character }: vscode.Position,
): string {
  const before = text.slice(0, character).trim() === "" ? "" : "\n";
  const after = text.slice(character).trim() === "" && before === "" ? "" : "\n";
  return `${before}${lines.join("\n")}${text.trim() === "" ? "" : after}`;
}
