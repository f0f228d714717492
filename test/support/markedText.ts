import type { Range } from "vscode-languageserver-types";

/** Text whose spans between `[|` and `|]` are taken out as ranges: how tests and rule examples point at a place. */
export interface MarkedText {
  readonly text: string;
  /** In the order of their starts. */
  readonly ranges: readonly Range[];
}

/** Marks may be nested. Throws where one is left open, since then the test itself is wrong. */
export function readMarks(marked: string): MarkedText {
  const ranges: Range[] = [];
  const open: Range["start"][] = [];
  let text = "";
  let line = 0;
  let character = 0;
  for (let index = 0; index < marked.length; ) {
    const mark = marked.slice(index, index + 2);
    if (mark === "[|") open.push({ line, character });
    else if (mark === "|]") {
      const start = open.pop();
      if (!start) throw new Error(`"|]" without "[|" in ${JSON.stringify(marked)}`);
      ranges.push({ start, end: { line, character } });
    } else {
      text += marked[index];
      if (marked[index] === "\n") {
        line += 1;
        character = 0;
      } else character += 1;
      index += 1;
      continue;
    }
    index += 2;
  }
  if (open.length > 0) throw new Error(`"[|" without "|]" in ${JSON.stringify(marked)}`);
  return { text, ranges: ranges.sort(byStart) };
}

function byStart(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
