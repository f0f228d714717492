import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";

/** The file's text after edits that do not overlap. */
export function applyEdits(dockerfile: Dockerfile, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of edits.map((edit) => offsetsOf(dockerfile, edit)).sort(byPlace)) {
    pieces.push(dockerfile.text.slice(at, start), newText);
    at = Math.max(at, end);
  }
  pieces.push(dockerfile.text.slice(at));
  return pieces.join("");
}

export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export function offsetsOf(dockerfile: Dockerfile, edit: TextEdit): OffsetEdit {
  const { range, newText } = withOwnLineBreaks(dockerfile, edit);
  return { start: dockerfile.offsetAt(range.start), end: dockerfile.offsetAt(range.end), newText };
}

/** Edits are written with LF; a file whose lines end with CRLF gets its own. */
export function withOwnLineBreaks({ text }: Dockerfile, { range, newText }: TextEdit): TextEdit {
  const isOwn = !newText.includes("\n") || !text.includes("\r\n");
  return { range, newText: isOwn ? newText : newText.replace(/\r?\n/g, "\r\n") };
}

/** Whether both can be made in one go, in any order, with the same outcome. */
export function conflict(a: OffsetEdit, b: OffsetEdit): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  // An insertion at the very edge of a replacement could end up on either side of it.
  return a.start <= b.end && b.start <= a.end;
}

function byPlace(a: OffsetEdit, b: OffsetEdit): number {
  return a.start - b.start || a.end - b.end;
}

/** The one edit that turns a text into another, as small as may be. */
export function smallestEdit(dockerfile: Dockerfile, newText: string): TextEdit | undefined {
  const { text } = dockerfile;
  if (text === newText) return undefined;
  const shorter = Math.min(text.length, newText.length);
  let start = 0;
  while (start < shorter && text[start] === newText[start]) start++;
  let end = 0;
  while (end < shorter - start && text[text.length - 1 - end] === newText[newText.length - 1 - end]) end++;
  // Positions cannot stand between CR and LF.
  if (text[start - 1] === "\r") start--;
  if (end > 0 && text[text.length - end - 1] === "\r" && text[text.length - end] === "\n") end--;
  return {
    range: { start: dockerfile.positionAt(start), end: dockerfile.positionAt(text.length - end) },
    newText: newText.slice(start, newText.length - end),
  };
}
