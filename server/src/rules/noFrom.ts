import type { Rule } from "../lint/rule";

export const noFrom: Rule = {
  id: "no-from",
  aliases: ["NO_SOURCE_IMAGE"],
  severity: "error",
  category: "syntax",
  summary: "No FROM in the whole file, so there is no image to build on.",
  rationale:
    "Every build stage begins with FROM, which names the image that the instructions below it change. To start from nothing, write `FROM scratch`.",
  examples: [
    { text: "[|RUN|] echo hello\nCMD echo hello\n" },
    { text: "[|ARG|] VERSION=1\n" },
    { text: "FROM scratch\nCOPY program /program\n" },
  ],

  check({ instructions, stages }, report) {
    const first = instructions[0];
    if (!first || stages.length > 0) return;
    report({
      range: first.keywordRange,
      message:
        'This Dockerfile has no FROM. Add one above this line that names the base image, for example "FROM alpine:3.22".',
    });
  },
};
