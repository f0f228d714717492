import { isBlank, isPlainBlank } from "./blanks";
import type { EscapeCharacter } from "./head";

export interface RawWord {
  readonly start: number;
  readonly end: number;
  readonly unclosedQuote: '"' | "'" | undefined;
}

/**
 * How an instruction splits its argument. `quoted`: quotes and escapes hold blanks together (ENV, LABEL, ARG, and what
 * a shell will read). `plain`: blanks split whatever stands around them, as BuildKit does for FROM, COPY, ADD, EXPOSE
 * and VOLUME.
 */
export type Splitting = "quoted" | "plain";

/** A stretch that is one word whatever it holds: a heredoc marker with a blank in it. */
export interface Whole {
  readonly start: number;
  readonly end: number;
}

export function splitWords(
  text: string,
  start: number,
  end: number,
  escapeCharacter: EscapeCharacter,
  splitting: Splitting,
  wholes: readonly Whole[] = [],
): RawWord[] {
  const words: RawWord[] = [];
  const isSeparator = splitting === "quoted" ? isBlank : isPlainBlank;
  let nextWhole = 0;
  let at = start;
  while (at < end) {
    if (isSeparator(text.charCodeAt(at))) {
      at++;
      continue;
    }
    while ((wholes[nextWhole]?.start ?? end) < at) nextWhole++;
    const whole = wholes[nextWhole];
    if (whole?.start === at) {
      words.push({ start: at, end: whole.end, unclosedQuote: undefined });
      at = whole.end;
      continue;
    }
    const word =
      splitting === "quoted"
        ? quotedWord(text, at, end, escapeCharacter)
        : plainWord(text, at, end, escapeCharacter);
    words.push(word);
    at = word.end;
  }
  return words;
}

/** The text with quotes and escapes taken away as BuildKit's shell lexer does. Variables stay as they are. */
export function unquote(text: string, escapeCharacter: EscapeCharacter): string {
  if (!text.includes("'") && !text.includes('"') && !text.includes(escapeCharacter)) return text;
  const out: string[] = [];
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote === "'") {
      if (character === "'") quote = "";
      else out.push(character);
    } else if (character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character === escapeCharacter) {
      const next = text[at + 1];
      if (next === undefined) break;
      // Inside double quotes only these are escaped; before others the escape character stays.
      const taken = quote === "" || next === '"' || next === "$" || next === escapeCharacter;
      if (!taken) out.push(character);
      else {
        out.push(next);
        at++;
      }
    } else out.push(character);
  }
  return out.join("");
}

function quotedWord(text: string, start: number, end: number, escapeCharacter: EscapeCharacter): RawWord {
  let quote: RawWord["unclosedQuote"];
  let at = start;
  for (; at < end; at++) {
    const character = text[at];
    if (character === escapeCharacter && quote !== "'") at++;
    else if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === "'" || character === '"') quote = character;
    else if (isBlank(text.charCodeAt(at))) break;
  }
  return { start, end: Math.min(at, end), unclosedQuote: quote };
}

function plainWord(text: string, start: number, end: number, escapeCharacter: EscapeCharacter): RawWord {
  let at = start;
  while (at < end && !isPlainBlank(text.charCodeAt(at))) at++;
  return { start, end: at, unclosedQuote: quotedWord(text, start, at, escapeCharacter).unclosedQuote };
}
