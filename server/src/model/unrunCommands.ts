import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/** Offsets in the instruction's `line`, the signs around the command included. */
export interface UnrunCommand {
  readonly start: number;
  readonly end: number;
}

/** `$(date)` or `` `date` `` where the builder reads a text itself, which runs no command. */
export const unrunCommands = oncePer((instruction: Instruction): readonly UnrunCommand[] => {
  const { keyword, words, exec, line, escapeCharacter, heredocs } = instruction;
  const [first, last] = [words[0], words.at(-1)];
  if (!READ_BY_BUILDER.has(keyword) || exec || !first || !last || heredocs.length > 0) return NONE;
  const text = line.text.slice(0, last.end);
  const found: UnrunCommand[] = [];
  let quote = "";
  for (let at = first.start; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === escapeCharacter && quote !== "'") at++;
    else if (character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (quote !== "'" && (character === "`" || text.startsWith("$(", at))) {
      const end = character === "`" ? text.indexOf("`", at + 1) + 1 : endOfParentheses(text, at + 1);
      if (end <= at) continue;
      found.push({ start: at, end });
      at = end - 1;
    }
  }
  return found;
});

const NONE: readonly UnrunCommand[] = [];
const READ_BY_BUILDER = new Set("ADD ARG COPY ENV EXPOSE FROM LABEL USER VOLUME WORKDIR".split(" "));

/** Behind the parenthesis that closes the one at this offset; 0 where none does. */
function endOfParentheses(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return 0;
}
