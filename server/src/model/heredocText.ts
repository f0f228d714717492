import type { Heredoc } from "./heredocs";
import { lineIndex, lineText } from "./lineIndex";
import { type LogicalText, logicalText } from "./logicalText";

/** The body as it reaches its file or shell: LF after each line whatever the document has, without the tabs that `<<-` strips. */
export function heredocText({ body, bodyRange, stripsTabs }: Heredoc): LogicalText {
  const index = lineIndex(body);
  const lines = index.starts.map((_, line) => lineText(index, line));
  const indents = lines.map((line) => (stripsTabs ? countTabs(line) : 0));
  const kept = lines.map((line, at) => line.slice(indents[at]));
  let length = 0;
  const offsets = kept.map((line) => {
    const offset = length;
    length += line.length + 1;
    return offset;
  });
  const places = indents.map((character, line) => ({ line: bodyRange.start.line + line, character }));
  return logicalText(kept.join("\n"), { offsets, places });
}

function countTabs(line: string): number {
  let count = 0;
  while (line[count] === "\t") count++;
  return count;
}
