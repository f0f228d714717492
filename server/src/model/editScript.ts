import type { TextEdit } from "vscode-languageserver-types";
import { writtenAs } from "./scriptWriting";
import type { ShellScript } from "./shell";

/** New text in place of a stretch of a script's text; the same offset twice puts it in between. */
export interface ScriptEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of a script's text as edits of the document; undefined where its place does not let them be written. */
export function editScript(script: ShellScript, edits: readonly ScriptEdit[]): TextEdit[] | undefined {
  const { writing } = script;
  const written: TextEdit[] = [];
  for (const { start, end, text } of edits) {
    const newText = writtenAs(writing, text);
    if (newText === undefined) return undefined;
    // Behind a character its own place counts, which may stand on another line than the next one's.
    const range =
      start === end && start > 0 ? behind(script.rangeOf(start - 1, start)) : script.rangeOf(start, end);
    written.push({ range, newText });
  }
  return written;
}

function behind({ end }: TextEdit["range"]): TextEdit["range"] {
  return { start: end, end };
}
