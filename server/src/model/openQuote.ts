import type { EscapeCharacter } from "./head";

/** A quote in a text of the builder's own that never closes. */
export interface OpenQuote {
  readonly quote: '"' | "'";
  readonly at: number;
}

/** Reads quotes as BuildKit's shell lexer does: nothing is escaped between single quotes. */
export function openQuote(text: string, escapeCharacter: EscapeCharacter): OpenQuote | undefined {
  let open: OpenQuote | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === open?.quote) open = undefined;
    else if (character === escapeCharacter && open?.quote !== "'") at++;
    else if (!open && (character === '"' || character === "'")) open = { quote: character, at };
  }
  return open;
}
