import type { Rule } from "../lint/rule";

export const reservedStageName: Rule = {
  id: "reserved-stage-name",
  aliases: ["ReservedStageName", "DL3063"],
  severity: "error",
  category: "stages",
  summary: "A stage has a name that means something else already.",
  rationale:
    "`scratch` stands for an empty base image and `context` for the build context, so neither can name a stage.",
  examples: [
    { text: "FROM alpine:3.22 AS [|scratch|]\n" },
    { text: "FROM alpine:3.22 AS build-context\n" },
    { text: "FROM alpine:3.22 AS [|Context|]\n" },
  ],

  check({ stages }, report) {
    for (const { name, nameRange } of stages) {
      if (!nameRange || (name?.toLowerCase() !== "scratch" && name?.toLowerCase() !== "context")) continue;
      report({
        range: nameRange,
        message: `"${name}" is reserved and cannot be a stage's name. Choose another name.`,
      });
    }
  },
};
