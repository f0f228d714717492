import type { ExecString } from "./instruction";
import { derivedText, type LogicalText, type Run } from "./logicalText";

/** What a string of an exec form says, each character at its own place: an escape stands where it was written. */
export function jsonText(line: LogicalText, { start, end }: ExecString): LogicalText {
  const first = start + 1;
  const written = line.text.slice(first, end - 1);
  if (!written.includes("\\")) return line.slice(first, end - 1);
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: sequence, index } of written.matchAll(/\\(?:u[0-9a-fA-F]{4}|.)/gs)) {
    if (index > at) runs.push({ text: written.slice(at, index), start: first + at, end: first + index });
    at = index + sequence.length;
    runs.push({ text: decoded(sequence), start: first + index, end: first + at });
  }
  if (at < written.length) runs.push({ text: written.slice(at), start: first + at, end: end - 1 });
  return derivedText(line, runs);
}

/** The string is known to be JSON, so each of its escapes is one by itself. */
function decoded(sequence: string): string {
  return String(JSON.parse(`"${sequence}"`));
}
