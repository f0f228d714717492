import type { Range } from "vscode-languageserver-types";
import type { Instruction } from "./instruction";
import { meantExecForm } from "./meantExecForm";

/** A character that stands for a plain one, as text programs write it. */
export interface StrayCharacter {
  readonly kind: "quote" | "dash" | "space" | "invisible";
  readonly character: string;
  /** What was meant. */
  readonly plain: string;
  readonly range: Range;
}

/** Those outside of plain quotes and heredoc bodies, where they cannot be meant. */
export function strayCharacters(instruction: Instruction): readonly StrayCharacter[] {
  const { keyword, line, escapeCharacter } = instruction;
  const { text } = line;
  if (!SPECIAL.test(text) || keyword === "MAINTAINER" || keyword === "ONBUILD") return NONE;
  // A rule of its own mends the whole array.
  if (meantExecForm(instruction)) return NONE;
  const found: StrayCharacter[] = [];
  let quote = "";
  let isOpen = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === quote) quote = "";
    else if (character === escapeCharacter && quote !== "'" && PLAIN_QUOTES.has(text[at + 1] ?? "")) at++;
    else if (quote === "" && PLAIN_QUOTES.has(character)) quote = character;
    else if (quote === "" && SPECIAL.test(character)) {
      const stray = strayAt(text, at, character, isOpen);
      if (stray === undefined || (stray.kind === "space" && SPLIT_AT_ANY.has(keyword))) continue;
      if (stray.plain === "'") isOpen = !isOpen;
      found.push({ ...stray, character, range: line.rangeOf(at, at + 1) });
    }
  }
  return found;
}

const NONE: readonly StrayCharacter[] = [];
const SPECIAL =
  /[\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B\u2013\u2014\u00A0\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/;
const PLAIN_QUOTES = new Set(['"', "'"]);

/** The builder splits what these set at any blank that Unicode knows. */
const SPLIT_AT_ANY = new Set(["ARG", "ENV", "LABEL"]);

function strayAt(
  text: string,
  at: number,
  character: string,
  isOpen: boolean,
): Pick<StrayCharacter, "kind" | "plain"> | undefined {
  if (/[\u2013\u2014]/.test(character)) {
    const option = /^[a-zA-Z][\w-]*/.exec(text.slice(at + 1, at + 100))?.[0];
    if (option === undefined || !/\s/.test(text[at - 1] ?? "")) return undefined;
    return { kind: "dash", plain: option.length === 1 ? "-" : "--" };
  }
  if (/[\u201C\u201D\u201E\u201F]/.test(character)) return { kind: "quote", plain: '"' };
  if (/[\u2018\u2019\u201A\u201B]/.test(character)) {
    // Within a word, and at the end of one that none has opened, it is an apostrophe.
    const opens = /[\s=[(,:]/.test(text[at - 1] ?? " ");
    const closes = isOpen && !/[\p{L}\p{Nd}]/u.test(text[at + 1] ?? "");
    return opens || closes ? { kind: "quote", plain: "'" } : undefined;
  }
  return /[\u200B-\u200D\u2060\uFEFF]/.test(character)
    ? { kind: "invisible", plain: "" }
    : { kind: "space", plain: " " };
}
