import type { Rule } from "../lint/rule";

export const fromAsCasing: Rule = {
  id: "from-as-casing",
  aliases: ["FromAsCasing"],
  severity: "warning",
  category: "style",
  summary: "FROM and AS are not written in the same case.",
  rationale: "Both are keywords of one line, and it reads best where they look alike.",
  examples: [
    { text: "FROM alpine:3.22 [|as|] build\n", fixed: "FROM alpine:3.22 AS build\n" },
    { text: "FROM alpine:3.22 AS build\nfrom alpine:3.22 as run\nFROM build\n" },
    { text: "from alpine:3.22 [|AS|] build\n", fixed: "from alpine:3.22 as build\n" },
    { text: "FROM alpine:3.22 [|As|] build\n", fixed: "FROM alpine:3.22 AS build\n" },
  ],

  check(dockerfile, report) {
    for (const { from } of dockerfile.stages) {
      const [, as] = from.words;
      if (from.words.length !== 3 || as?.value.toUpperCase() !== "AS") continue;
      const keyword = dockerfile.textOf(from.keywordRange);
      const wanted = keyword === "FROM" ? "AS" : keyword === "from" ? "as" : as.text;
      if (as.text === wanted) continue;
      report({
        range: as.range,
        message: `Write ${wanted} in the same case as ${keyword}.`,
        fix: { title: `Change to ${wanted}`, edits: [{ range: as.range, newText: wanted }] },
      });
    }
  },
};
