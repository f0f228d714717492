import { isBlank } from "./blanks";
import { unquote } from "./quoting";

/** A heredoc's marker in an instruction's line; offsets count from the line's start. */
export interface HeredocMarker {
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly name: string;
  readonly stripsTabs: boolean;
  readonly expandsVariables: boolean;
  readonly fileDescriptor: number | undefined;
}

/**
 * Finds the markers as BuildKit does: a word of the line that is `<<NAME` with digits before it, a dash behind the
 * arrows, or blanks behind the arrows where there is no dash. So `cat<<EOF` and `<<- EOF` are none, nor is `<<<`.
 * Where a quote never closes BuildKit finds no word at all, hence no heredoc. The escape character is always the
 * backslash here, whatever the directive says.
 */
export function heredocMarkers(line: string): HeredocMarker[] {
  if (!line.includes("<<")) return [];
  const markers: HeredocMarker[] = [];
  let at = 0;
  while (at < line.length) {
    if (isBlank(line.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = wordEnd(line, at);
    if (end < 0) return [];
    const marker = markerOf(line, at, end);
    if (marker !== undefined) markers.push(marker);
    at = end;
  }
  return markers;
}

/** -1 where a quote never closes. Blanks behind `<<` belong to the word. */
function wordEnd(line: string, start: number): number {
  let at = start;
  while (at < line.length && !isBlank(line.charCodeAt(at))) {
    const character = line[at];
    if (character === "\\") at += 2;
    else if (character === "'" || character === '"') {
      at = closingQuote(line, at + 1, character) + 1;
      if (at === 0) return -1;
    } else if (character === "<" && line[at + 1] === "<") {
      at += 2;
      while (at < line.length && isBlank(line.charCodeAt(at))) at++;
    } else at++;
  }
  return Math.min(at, line.length);
}

function closingQuote(line: string, start: number, quote: string): number {
  if (quote === "'") return line.indexOf("'", start);
  let at = start;
  while (at < line.length && line[at] !== quote) at += line[at] === "\\" ? 2 : 1;
  return at < line.length ? at : -1;
}

function markerOf(line: string, start: number, end: number): HeredocMarker | undefined {
  const match = /^(\d*)<<(-?)\s*([^<]*)$/.exec(line.slice(start, end));
  if (match === null) return undefined;
  const [, digits = "", dash = "", rest = ""] = match;
  const name = unquote(rest, "\\");
  if (name === "" || /^\s/.test(rest)) return undefined;
  return {
    start,
    end,
    nameStart: end - rest.length,
    nameEnd: end,
    name,
    stripsTabs: dash === "-",
    expandsVariables: countQuotes(name) === countQuotes(rest),
    fileDescriptor: digits === "" ? undefined : Number(digits),
  };
}

function countQuotes(text: string): number {
  let count = 0;
  for (const character of text) if (character === "'" || character === '"') count++;
  return count;
}
