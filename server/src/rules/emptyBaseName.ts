import type { Rule } from "../lint/rule";

export const emptyBaseName: Rule = {
  id: "empty-base-name",
  aliases: ["BASE_NAME_EMPTY"],
  severity: "error",
  category: "images",
  summary: "The variable that FROM names its image by is empty.",
  rationale:
    "Only a global ARG, one above the first FROM, counts in FROM. Where it has no value and the build gives none, nothing is left of the name and the builder stops.",
  examples: [
    { text: 'ARG BASE=""\nFROM [|$BASE|]\n' },
    { text: "ARG BASE=alpine:3.22\nFROM ${BASE}\nFROM ${OTHER:-alpine:3.22}\n" },
    { text: 'FROM [|""|]\n' },
  ],

  check({ stages }, report) {
    for (const { base } of stages) {
      if (base?.expanded !== "") continue;
      report({
        range: base.range,
        message: base.word.text.includes("$")
          ? `Nothing is left of ${base.word.text} here. Give the ARG above the first FROM a value.`
          : 'FROM names no image. Write one, for example "alpine:3.22".',
      });
    }
  },
};
