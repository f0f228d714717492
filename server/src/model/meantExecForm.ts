import type { Range } from "vscode-languageserver-types";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/** An argument that was meant to be an exec form and is none. */
export interface MeantExecForm {
  readonly text: string;
  /** As if the instruction stood at line 0. */
  readonly rangeAtZero: Range;
  /**
   * `array`: JSON it is, but not of strings alone: the builder stops.
   * `text`: no JSON, so the builder takes it for the shell form without a word.
   */
  readonly readAs: "array" | "text";
}

/** Where an exec form may stand and none does. `[ -f x ]` and `[[ … ]]` are shell. */
export const meantExecForm = oncePer(({ atZero }: Instruction): MeantExecForm | undefined => {
  const { keyword, exec, argument, heredocs } = atZero;
  if (exec || heredocs.length > 0 || !ACCEPT_EXEC_FORM.has(keyword)) return undefined;
  const check = keyword === "HEALTHCHECK" ? /^CMD\s+/i.exec(argument.text)?.[0].length : 0;
  const text = check === undefined ? "" : argument.text.slice(check);
  if (check === undefined || !text.startsWith("[")) return undefined;
  const rangeAtZero = argument.rangeOf(check, check + text.length);
  if (isJson(text)) return { text, rangeAtZero, readAs: "array" };
  return looksLikeArray(text) ? { text, rangeAtZero, readAs: "text" } : undefined;
});

const ACCEPT_EXEC_FORM = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "HEALTHCHECK", "RUN", "VOLUME"]);

function looksLikeArray(text: string): boolean {
  if (!/^\[\s*(["'\u201c\u201d\u2018\u2019]|[\w./-]+\s*,)/.test(text)) return false;
  // A shell's test stands in brackets too, but has a blank behind the first and words without commas.
  if (
    /^\[\s/.test(text) &&
    !/^\[\s*["'\u201c\u201d\u2018\u2019][^"'\u201c\u201d\u2018\u2019]*["'\u201c\u201d\u2018\u2019]\s*[,\]]/.test(
      text,
    )
  )
    return false;
  return !/\]\s*(&&|\|\||;)/.test(text);
}

function isJson(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    // Then it is read as the shell form.
    return false;
  }
}
