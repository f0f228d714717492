import type { Rule } from "../lint/rule";

export const directiveCasing: Rule = {
  id: "directive-casing",
  aliases: ["CASING_DIRECTIVE"],
  severity: "warning",
  category: "style",
  summary: "A parser directive is not in lower case.",
  rationale:
    "The builder reads it in any case, but everybody writes it in lower case, and some other tools find it only so.",
  examples: [
    {
      text: "# [|Syntax|]=docker/dockerfile:1\nFROM alpine:3.22\n",
      fixed: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\n",
    },
    { text: "# syntax=docker/dockerfile:1\n# escape=\\\nFROM alpine:3.22\n" },
  ],

  check(dockerfile, report) {
    for (const { name, nameRange } of dockerfile.directives) {
      if (dockerfile.textOf(nameRange) === name) continue;
      report({
        range: nameRange,
        message: `Write the directive in lower case: ${name}.`,
        fix: { title: `Change to ${name}`, edits: [{ range: nameRange, newText: name }] },
      });
    }
  },
};
