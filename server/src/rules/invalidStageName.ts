import type { Rule } from "../lint/rule";
import { isStageName } from "../model/isStageName";

export const invalidStageName: Rule = {
  id: "invalid-stage-name",
  aliases: ["INVALID_BUILD_STAGE_NAME"],
  severity: "error",
  category: "syntax",
  summary: "A stage's name has characters that no name may have.",
  rationale:
    "A name begins with a letter and goes on with letters, digits, underscores, dots and hyphens. A number alone would be taken for a stage's index.",
  examples: [
    { text: "FROM alpine:3.22 AS [|1st|]\n" },
    { text: "FROM alpine:3.22 AS build-2.web_x\n" },
    { text: 'FROM alpine:3.22 AS [|a/b|]\nFROM alpine:3.22 AS [|$NAME|]\nFROM alpine:3.22 AS [|"c"|]\n' },
  ],

  checkInstruction({ keyword, words }, report) {
    const [, as, name] = words;
    if (keyword !== "FROM" || words.length !== 3 || as?.value.toUpperCase() !== "AS" || !name) return;
    if (isStageName(name.text)) return;
    report({
      range: name.range,
      message: `"${name.text}" cannot be a stage's name. Begin with a letter, then use letters, digits and . _ - only.`,
    });
  },
};
