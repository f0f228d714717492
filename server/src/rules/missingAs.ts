import type { Rule } from "../lint/rule";
import { trailingRemark } from "../model/trailingRemark";

export const missingAs: Rule = {
  id: "missing-as",
  aliases: ["INVALID_AS"],
  severity: "error",
  category: "syntax",
  summary: "The word between the image and the stage's name is not AS.",
  rationale:
    "A stage gets its name by `FROM image AS name`. With any other word in the middle the builder stops.",
  examples: [
    { text: "FROM alpine:3.22 [|A|] build\n", fixed: "FROM alpine:3.22 AS build\n" },
    { text: "FROM alpine:3.22 as build\nFROM alpine:3.22 # small\n" },
    { text: "from alpine:3.22 [|named|] build\n", fixed: "from alpine:3.22 as build\n" },
  ],

  check(dockerfile, report) {
    for (const { from: instruction } of dockerfile.stages) {
      const { keywordRange, words } = instruction;
      const [, as] = words;
      if (words.length !== 3 || !as || as.value.toUpperCase() === "AS") continue;
      if (trailingRemark(instruction)) continue;
      const isLower = dockerfile.textOf(keywordRange) === "from";
      const newText = isLower ? "as" : "AS";
      report({
        range: as.range,
        message: `"${as.text}" stands where AS belongs. Write FROM image AS name.`,
        fix: { title: `Change to ${newText}`, edits: [{ range: as.range, newText }], unsafe: true },
      });
    }
  },
};
