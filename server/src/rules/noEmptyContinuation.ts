import type { Rule } from "../lint/rule";
import { picked } from "../model/sections";

export const noEmptyContinuation: Rule = {
  id: "no-empty-continuation",
  aliases: ["NoEmptyContinuation", "EMPTY_CONTINUATION_LINE"],
  severity: "warning",
  category: "syntax",
  summary: "There is an empty line in the middle of an instruction.",
  rationale:
    "The line above ends with the escape character, so the instruction goes on. The builder skips empty lines there, and says that one day it will refuse them. A comment line may stand there instead.",
  examples: [
    {
      text: "FROM alpine:3.22\nRUN echo a && \\\n[||]\n    echo b\n",
      fixed: "FROM alpine:3.22\nRUN echo a && \\\n    echo b\n",
    },
    { text: "FROM alpine:3.22\nRUN echo a && \\\n    # and then\n    echo b\n\nRUN echo c\n" },
    {
      text: "FROM alpine:3.22\nRUN echo a && \\\n[|  |]\n[||]\n    echo b\n",
      fixed: "FROM alpine:3.22\nRUN echo a && \\\n    echo b\n",
    },
  ],

  check(dockerfile, report) {
    for (const { emptyContinuationLines } of withEmptyLines(dockerfile)) {
      for (const line of emptyContinuationLines) {
        const end = { line, character: dockerfile.line(line).length };
        const start = { line, character: 0 };
        report({
          range: { start, end },
          message:
            "An empty line in the middle of an instruction is deprecated. Remove it, or write a comment in it.",
          fix: {
            title: "Remove the empty line",
            edits: [{ range: { start, end: { line: line + 1, character: 0 } }, newText: "" }],
          },
        });
      }
    }
  },
};

const withEmptyLines = picked(({ emptyContinuationLines }) => emptyContinuationLines.length > 0);
