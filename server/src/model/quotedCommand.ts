import type { Range } from "vscode-languageserver-types";
import type { ShellScript } from "./shell";

/** A script that is one word in quotes, with a command in it that was surely meant to be read by the shell. */
export function quotedCommand(
  script: ShellScript,
): { readonly text: string; readonly range: Range } | undefined {
  const { commands, form, text } = script;
  const whole = text.trim();
  const [, quote = "", inside = ""] = /^(["'])([^"']*(?:\\["'][^"']*)*)\1$/.exec(whole) ?? [];
  if (quote === "" || form !== "shell" || commands.length !== 1 || !isCommand(inside)) return undefined;
  const start = text.indexOf(whole);
  return { text: inside, range: script.rangeOf(start, start + whole.length) };
}

/** A program's path may hold blanks; what has options or operators behind it is a command. */
function isCommand(text: string): boolean {
  return /^[a-z][\w.+-]* +\S/.test(text) || /^[\w./-]+ +(?:-|.*(?:&&|\|\||;))/.test(text);
}
