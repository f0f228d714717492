import type { Indent } from "./formatOptions";

/** The spaces and tabs that a line begins with. */
export function indentationOf(line: string): string {
  let end = 0;
  while (line[end] === " " || line[end] === "\t") end++;
  return line.slice(0, end);
}

/** How many columns it takes; a tab reaches to the next multiple of the step. */
export function columnsOf(indentation: string, { width }: Indent): number {
  let columns = 0;
  for (const character of indentation) columns += character === "\t" ? width - (columns % width) : 1;
  return columns;
}

/** Indentation of so many columns; what is no whole tab is made of spaces. */
export function indentationWith(columns: number, { style, width }: Indent): string {
  if (style === "spaces") return " ".repeat(columns);
  return "\t".repeat(Math.floor(columns / width)) + " ".repeat(columns % width);
}
