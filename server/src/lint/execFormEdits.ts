import type { TextEdit } from "vscode-languageserver-types";
import type { ExecString } from "../model/instruction";
import type { LogicalText } from "../model/logicalText";
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
export function execFormOfScript(script: ShellScript): TextEdit[] {
  const { text } = script;
  const { start, end } = script.rangeOf(0, text.trimEnd().length);
  const edits: TextEdit[] = [{ range: { start, end: start }, newText: '["/bin/sh", "-c", "' }];
  for (const { 0: character, index } of text.trimEnd().matchAll(/["\\\t]/g)) {
    edits.push({
      range: script.rangeOf(index, index + 1),
      newText: character === "\t" ? "\\t" : `\\${character}`,
    });
  }
  return [...edits, { range: { start: end, end }, newText: '"]' }];
}

/**
 * Makes the strings of an exec form into a single one, a script for a shell, where they stand. `before` is written in
 * front of it. Undefined where one holds quotes of both kinds, so that it cannot be quoted once more.
 */
export function scriptOfStrings(
  line: LogicalText,
  strings: readonly ExecString[],
  before: { readonly strings: string; readonly script: string },
): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const [index, { value, start, end }] of strings.entries()) {
    const quote = strings.length === 1 ? "" : quoteFor(value);
    if (quote === undefined) return undefined;
    const next = strings[index + 1];
    const opening = index === 0 ? `${before.strings}"${before.script}${quote}` : quote;
    edits.push({ range: line.rangeOf(start, start + 1), newText: opening });
    if (!next) edits.push({ range: line.rangeOf(end - 1, end), newText: `${quote}"` });
    else {
      const comma = line.text.indexOf(",", end);
      const blank = comma + 1 === next.start ? " " : "";
      edits.push({ range: line.rangeOf(end - 1, comma + 1), newText: `${quote}${blank}` });
    }
  }
  return edits;
}

/** What holds a word together within a script that stands in a JSON string; operators and plain words need nothing. */
function quoteFor(value: string): string | undefined {
  if (/^(?:&&?|\|\|?|;|[\d&]?>>?(?:&\d)?|<|[\w@%+=:,./~*?-]+)$/.test(value)) return "";
  if (!/['$]/.test(value)) return "'";
  return /["`\\]/.test(value) ? undefined : '\\"';
}
