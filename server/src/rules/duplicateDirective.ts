import type { Rule } from "../lint/rule";
import { looksLikeDirective } from "../model/parserDirectives";

export const duplicateDirective: Rule = {
  id: "duplicate-directive",
  aliases: ["DUPLICATED_ESCAPE_DIRECTIVE"],
  severity: "error",
  category: "syntax",
  summary: "A parser directive is given twice.",
  rationale: "Each directive may stand once, at the very top. The builder stops at the second.",
  examples: [
    { text: "# escape=`\n[|# escape=\\|]\nFROM alpine:3.22\n", fixed: "# escape=`\nFROM alpine:3.22\n" },
    { text: "# syntax=docker/dockerfile:1\n# escape=\\\nFROM alpine:3.22\n# escape=`\n" },
  ],

  check({ directives, comments }, report) {
    const [next] = comments;
    const directive = next?.range.start.line === directives.length ? looksLikeDirective(next) : undefined;
    const first = directive && directives.find(({ name }) => name === directive.name);
    if (!directive || !first) return;
    const line = directive.range.start.line;
    report({
      range: directive.range,
      message: `"${directive.name}" is given already. Remove one of the two.`,
      aliases: directive.name === "escape" ? ["DUPLICATED_ESCAPE_DIRECTIVE"] : [],
      related: [{ range: first.range, message: "Given here first." }],
      fix: {
        title: "Remove the second",
        edits: [
          { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: "" },
        ],
        unsafe: true,
      },
    });
  },
};
