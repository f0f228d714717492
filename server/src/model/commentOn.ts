import { dropBlanks, skipBlanks } from "./blanks";
import type { Comment } from "./comment";
import { type LineIndex, lineEnd } from "./lineIndex";

/** The comment that takes this line. */
export function commentOn({ text, starts }: LineIndex, line: number): Comment {
  const lineStart = starts[line] ?? 0;
  const lineStop = lineEnd({ text, starts }, line);
  const hash = text.indexOf("#", lineStart);
  const start = skipBlanks(text, hash + 1, lineStop);
  const end = dropBlanks(text, start, lineStop);
  const place = (offset: number) => ({ line, character: offset - lineStart });
  return {
    text: text.slice(start, end),
    range: { start: place(hash), end: place(lineStop) },
    textRange: { start: place(start), end: place(end) },
  };
}
