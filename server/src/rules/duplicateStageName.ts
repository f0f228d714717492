import type { Range } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";

export const duplicateStageName: Rule = {
  id: "duplicate-stage-name",
  aliases: ["DuplicateStageName", "DL3024", "DUPLICATE_BUILD_STAGE_NAME"],
  severity: "error",
  category: "stages",
  summary: "Two stages have the same name.",
  rationale:
    "Stages are told apart by their names, and capitals make no difference. Which of two is meant by `COPY --from` or `--target` would be anybody's guess.",
  examples: [
    { text: "FROM alpine:3.22 AS build\nFROM debian:13 AS [|Build|]\n" },
    { text: "FROM alpine:3.22 AS build\nFROM debian:13 AS run\n" },
  ],

  check({ stages }, report) {
    const seen = new Map<string, Range>();
    for (const { name, nameRange } of stages) {
      if (name === undefined || !nameRange) continue;
      const first = seen.get(name.toLowerCase());
      if (!first) {
        seen.set(name.toLowerCase(), nameRange);
        continue;
      }
      report({
        range: nameRange,
        message: `Another stage is called "${name}" already. Choose another name for this one.`,
        related: [{ range: first, message: "The name is taken here." }],
      });
    }
  },
};
