import type { TextEdit } from "vscode-languageserver-types";
import type { ShellCommand, ShellWord } from "./shell";

/** The edit that puts a word without blanks and quotes behind another one of a command, an exec form's too. */
export function insertedWord(command: ShellCommand, after: Pick<ShellWord, "range">, text: string): TextEdit {
  const { end } = after.range;
  // In an exec form the word's own range ends before its closing quote.
  const newText = command.node === undefined ? `", "${text}` : ` ${text}`;
  return { range: { start: end, end }, newText };
}
