import type { Rule } from "../lint/rule";

export const invalidEscapeDirective: Rule = {
  id: "invalid-escape-directive",
  aliases: ["INVALID_ESCAPE_DIRECTIVE"],
  severity: "error",
  category: "syntax",
  summary: "The escape directive names neither the backslash nor the backtick.",
  rationale:
    "Only these two can be the escape character. The backtick suits Windows, where the backslash parts folders.",
  examples: [
    { text: "# escape=[|^|]\nFROM alpine:3.22\n" },
    { text: "# escape=`\nFROM alpine:3.22\n" },
    { text: "#escape = [|slash|]\nFROM alpine:3.22\n" },
  ],

  check({ directives }, report) {
    for (const { name, value, valueRange } of directives) {
      if (name !== "escape" || value === "\\" || value === "`") continue;
      report({ range: valueRange, message: `"${value}" cannot be the escape character. Write \\ or \`.` });
    }
  },
};
