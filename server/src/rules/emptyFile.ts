import type { Position } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";

export const emptyFile: Rule = {
  id: "empty-file",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "The file holds no instruction at all.",
  rationale:
    "An image is made of something: the first instruction is FROM, which names the base image to build on.",
  examples: [
    { text: "[||]", fixed: "FROM alpine:3.22\n" },
    {
      text: "# An image of our own, one day.\n[||]\n",
      fixed: "# An image of our own, one day.\nFROM alpine:3.22\n\n",
    },
    { text: "FROM alpine:3.22\n" },
  ],

  check(dockerfile, report) {
    if (dockerfile.instructions.length > 0) return;
    const place = firstFreePlace(dockerfile);
    const start = place.character > 0 ? "\n" : "";
    report({
      range: { start: place, end: place },
      message:
        'There is nothing to build yet. Begin with FROM and a base image, for example "FROM alpine:3.22".',
      fix: {
        title: "Begin with FROM alpine:3.22",
        edits: [{ range: { start: place, end: place }, newText: `${start}FROM alpine:3.22\n` }],
        unsafe: true,
      },
    });
  },
};

/** The first blank line, or the end of the text where every line has a comment. */
function firstFreePlace(dockerfile: Dockerfile): Position {
  const { lineCount } = dockerfile;
  for (let line = 0; line < lineCount; line++) {
    if (dockerfile.line(line).trim() === "") return { line, character: 0 };
  }
  return { line: lineCount - 1, character: dockerfile.line(lineCount - 1).length };
}
