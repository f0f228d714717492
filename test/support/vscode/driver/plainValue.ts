import * as vscode from "vscode";

/** An answer of the editor as plain data: ranges as `0:4-0:9`, URIs and markdown as their text, edits by file. */
export function plainValue(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof vscode.Uri) return value.toString();
  if (value instanceof vscode.Range) return plainRange(value);
  if (value instanceof vscode.Position) return plainPlace(value);
  if (value instanceof vscode.MarkdownString) return value.value;
  if (value instanceof vscode.WorkspaceEdit)
    return value.entries().map(([uri, edits]) => ({ uri: uri.toString(), edits: plainValue(edits) }));
  if (value instanceof vscode.TextEdit) return { range: plainRange(value.range), newText: value.newText };
  if (value instanceof Uint32Array) return [...value];
  if (Array.isArray(value)) return value.map(plainValue);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      typeof part === "function" ? [] : [[name, plainValue(part)]],
    ),
  );
}

export function plainRange({ start, end }: vscode.Range): string {
  return `${plainPlace(start)}-${plainPlace(end)}`;
}

function plainPlace({ line, character }: vscode.Position): string {
  return `${line}:${character}`;
}

/** The other way, for arguments. */
export function editorValue(value: unknown): unknown {
  const { $uri, $place, $range } = (value ?? {}) as { $uri?: string; $place?: number[]; $range?: number[] };
  if ($uri !== undefined) return vscode.Uri.parse($uri);
  if ($place) return new vscode.Position($place[0] ?? 0, $place[1] ?? 0);
  if ($range) return new vscode.Range($range[0] ?? 0, $range[1] ?? 0, $range[2] ?? 0, $range[3] ?? 0);
  return value;
}
