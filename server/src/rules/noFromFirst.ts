import { instructionEntry } from "../grammar/instructions";
import type { Rule } from "../lint/rule";

export const noFromFirst: Rule = {
  id: "no-from-first",
  aliases: ["DL3061", "NO_SOURCE_IMAGE"],
  severity: "error",
  category: "syntax",
  summary: "An instruction other than ARG stands before the first FROM.",
  rationale:
    "Instructions change an image, and before the first FROM there is none. Only comments, parser directives and ARG may stand there; such an ARG is for the FROM lines themselves.",
  examples: [
    { text: "[|RUN|] apk add --no-cache curl\nFROM alpine:3.22\n" },
    {
      text: "# syntax=docker/dockerfile:1\nARG VERSION=3.22\n[|ENV|] A=1\n[|LABEL|] a=1\nFROM alpine:${VERSION}\n",
    },
    { text: "FORM alpine:3.22\n[|RUN|] a\nFROM alpine:3.22\n" },
    { text: "# The base image\nARG VERSION=3.22\nFROM alpine:${VERSION}\nENV A=1\n" },
  ],

  check({ preamble, stages }, report) {
    // Without any FROM there is another thing to say, and only once.
    if (stages.length === 0) return;
    for (const { keyword, keywordRange } of preamble) {
      // A word that is no instruction at all may be a FROM that is misspelt.
      if (keyword === "ARG" || !instructionEntry(keyword)) continue;
      report({
        range: keywordRange,
        message: `${keyword} stands before the first FROM, where there is no image yet. Move it below FROM; only ARG may stand above.`,
      });
    }
  },
};
