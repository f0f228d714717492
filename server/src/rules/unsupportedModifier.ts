import { variableModifiers } from "../grammar/variableModifiers";
import type { Rule } from "../lint/rule";

export const unsupportedModifier: Rule = {
  id: "unsupported-modifier",
  aliases: ["UNSUPPORTED_MODIFIER"],
  severity: "error",
  category: "syntax",
  summary: "A variable is changed in a way that the builder does not know.",
  rationale:
    "In its own instructions the builder expands `${name}` itself, with a few of the shell's forms: `:-`, `:+`, `:?`, `-`, `+`, `?`, `#`, `##`, `%`, `%%`, `/` and `//`. It stops at any other. In RUN it is the shell that expands, so all of the shell's forms work there.",
  examples: [
    { text: "FROM alpine:3.22\nARG A=b\nENV C=[|${A^^}|]\n" },
    {
      text: "FROM alpine:3.22\nARG A=b\nENV C=${A:-x} D=${A#b} E=${A//b/c} F=${A}\nRUN echo ${A^^} ${A:0:1}\n",
    },
    { text: "FROM alpine:3.22\nARG A=b\nWORKDIR /[|${A:0:1}|]\n" },
  ],

  check({ variableUses }, report) {
    for (const { range, modifier, name } of variableUses) {
      if (modifier === undefined || variableModifiers.some((known) => known.modifier === modifier)) continue;
      report({
        range,
        message: `The builder cannot expand this form of \${${name}}. Use one of :- :+ :? # ## % %% / //, or work the value out in a RUN.`,
      });
    }
  },
};
