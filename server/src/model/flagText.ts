import type { Flag } from "./instruction";
import { derivedText, type LogicalText, type Run } from "./logicalText";

/**
 * A flag's value as the builder reads it: quotes and backslashes are gone, wherever in it they stand. Undefined without
 * an equals sign. See extractBuilderFlags in https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/split_command.go
 */
export function flagText(line: LogicalText, { start, end, name, value }: Flag): LogicalText | undefined {
  if (value === undefined) return undefined;
  const from = start + "--".length + name.length + "=".length;
  return /["'\\]/.test(value) ? derivedText(line, unquoted(line.text, from, end)) : line.slice(from, end);
}

function unquoted(text: string, start: number, end: number): Run[] {
  const runs: Run[] = [];
  let quote = "";
  for (let at = start; at < end; at++) {
    const character = text[at] ?? "";
    if (character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) quote = character;
    else if (character !== "\\") runs.push({ text: character, start: at, end: at + 1 });
    else if (at + 1 < end) {
      runs.push({ text: text[at + 1] ?? "", start: at, end: at + 2 });
      at++;
    }
  }
  return runs;
}
