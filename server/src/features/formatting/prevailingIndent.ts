import type { Dockerfile } from "../../model/dockerfile";
import type { Indent } from "./formatOptions";
import { indentationOf } from "./indentation";

/**
 * The step that most continuation lines of a file stand in by: for a caller that no editor tells. Four spaces where there
 * are none, the wider of two that are used as often.
 */
export function prevailingIndent(dockerfile: Dockerfile): Indent {
  const counts = new Map<string, number>();
  for (const { firstLine, lineCount, heredocs } of dockerfile.instructions) {
    if (lineCount === 1 || heredocs.length > 0) continue;
    // The line below the keyword is one step in, whatever is nested further down.
    const step = indentationOf(dockerfile.line(firstLine + 1)).slice(
      indentationOf(dockerfile.line(firstLine)).length,
    );
    // One blank is no step, and further in than eight a block hangs below a word.
    const key = step.startsWith("\t") ? "\t" : step;
    if (key === "\t" || /^ {2,8}$/.test(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  if (first === undefined) return { style: "spaces", width: 4 };
  return first[0] === "\t" ? { style: "tabs", width: 4 } : { style: "spaces", width: first[0].length };
}
