import type { Rule } from "../lint/rule";

export const emptyBaseName: Rule = {
  id: "empty-base-name",
  aliases: ["BASE_NAME_EMPTY"],
  severity: "error",
  category: "images",
  summary: "FROM is given an empty name.",
  rationale: "The builder stops here: an image is built on another one, or on `scratch`, which is empty.",
  examples: [
    { text: 'FROM [|""|]\n' },
    { text: 'ARG BASE=alpine:3.22\nFROM ${BASE}\nFROM "alpine:3.22"\nFROM scratch\n' },
  ],

  checkInstruction({ keyword, words }, report) {
    const [first] = words;
    if (keyword !== "FROM" || !first || first.value !== "" || first.unclosedQuote) return;
    report({ range: first.range, message: 'FROM names no image. Write one, for example "alpine:3.22".' });
  },
};
