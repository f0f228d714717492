import type { ExecForm, ExecString } from "./instruction";
import type { LogicalText } from "./logicalText";

/** Reads a stretch of the line as a JSON array of strings; undefined where it is none, which makes it shell form. */
export function readExecForm(line: LogicalText, start: number, end: number): ExecForm | undefined {
  if (line.text[start] !== "[" || line.text[end - 1] !== "]") return undefined;
  const text = line.text.slice(start, end);
  const values = stringsOf(text);
  if (values === undefined) return undefined;
  const strings: ExecString[] = [];
  let at = 0;
  for (const value of values) {
    const opening = text.indexOf('"', at);
    at = endOfString(text, opening + 1);
    const place = { start: start + opening, end: start + at };
    strings.push({ value, ...place, range: line.rangeOf(place.start, place.end) });
  }
  return { strings, range: line.rangeOf(start, end) };
}

/** Offset behind the closing quote of a string whose text begins at `start`, in text that is known to be JSON. */
function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function stringsOf(text: string): string[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Not JSON means shell form, which is no error here.
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  return parsed.every((value): value is string => typeof value === "string") ? parsed : undefined;
}
