import type { TextEdit } from "vscode-languageserver-types";
import type { ShellScript, ShellWord } from "../model/shell";

/** Turns the words of a command into an exec form where they stand, so that line breaks and comments between them stay. */
export function execFormOfWords(words: readonly ShellWord[]): TextEdit[] {
  return words.map(({ range, value, text }, index) => {
    const opening = index === 0 ? "[" : "";
    const closing = index === words.length - 1 ? "]" : ",";
    return { range, newText: `${opening}${JSON.stringify(value ?? text)}${closing}` };
  });
}

/** Puts a script into the exec form that names the default shell, without moving anything in it. */
export function execFormOfScript({ text, rangeOf }: ShellScript): TextEdit[] {
  const { start, end } = rangeOf(0, text.trimEnd().length);
  const edits: TextEdit[] = [{ range: { start, end: start }, newText: '["/bin/sh", "-c", "' }];
  for (const { 0: character, index } of text.trimEnd().matchAll(/["\\\t]/g)) {
    edits.push({
      range: rangeOf(index, index + 1),
      newText: character === "\t" ? "\\t" : `\\${character}`,
    });
  }
  return [...edits, { range: { start: end, end }, newText: '"]' }];
}
