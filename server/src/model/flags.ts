import { isBlank, skipBlanks } from "./blanks";
import type { Flag } from "./instruction";
import type { LogicalText } from "./logicalText";

/** The flags at the start of an instruction's argument, and the offset at which the rest begins. */
export interface Flags {
  readonly flags: readonly Flag[];
  readonly end: number;
}

/**
 * Reads `--name=value` words from `start` on. Quotes hold blanks together; a lone `--` ends the flags. BuildKit takes
 * the backslash for the escape character here, whatever the directive says.
 */
export function readFlags(logical: LogicalText, start: number): Flags {
  const { text } = logical;
  const flags: Flag[] = [];
  let at = skipBlanks(text, start, text.length);
  while (text.startsWith("--", at)) {
    const end = flagEnd(text, at);
    if (end === at + 2) return { flags, end: skipBlanks(text, end, text.length) };
    flags.push(flagOf(logical, at, end));
    at = skipBlanks(text, end, text.length);
  }
  return { flags, end: at };
}

function flagEnd(text: string, start: number): number {
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === "\\") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (isBlank(text.charCodeAt(at))) break;
  }
  return Math.min(at, text.length);
}

function flagOf(logical: LogicalText, start: number, end: number): Flag {
  const written = logical.text.slice(start + 2, end);
  const equals = written.indexOf("=");
  const name = equals < 0 ? written : written.slice(0, equals);
  const nameEnd = start + 2 + name.length;
  return {
    name,
    value: equals < 0 ? undefined : written.slice(equals + 1),
    start,
    end,
    range: logical.rangeOf(start, end),
    nameRange: logical.rangeOf(start + 2, nameEnd),
    valueRange: equals < 0 ? undefined : logical.rangeOf(nameEnd + 1, end),
  };
}
