import type { EscapeCharacter } from "./head";
import type { TemplateOptions } from "./template";

/** Where a text has `${` and no name behind it: from the dollar to the end of the braces, which may be those of `${{ a }}`. */
export function namelessIn(
  text: string,
  escapeCharacter: EscapeCharacter,
  quotes: TemplateOptions["quotes"],
): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === escapeCharacter && quote !== "'") at++;
    else if (character === quote) quote = "";
    else if (quotes === "removed" && quote === "" && (character === "'" || character === '"'))
      quote = character;
    else if (quote !== "'" && text.startsWith("${", at) && NO_NAME.has(text[at + 2] ?? "")) {
      const closed = /^\$\{(?:\{[^{}]{0,200}\}?|[^{}]{0,200})\}/.exec(text.slice(at, at + 300))?.[0];
      const end = closed === undefined ? Math.min(at + 3, text.length) : at + closed.length;
      found.push({ start: at, end });
      at = end - 1;
    }
  }
  return found;
}

const NO_NAME = new Set(["", "{", "}", ":"]);
