import type { Rule } from "../lint/rule";
import { pairs } from "../model/pairs";

export const invalidPair: Rule = {
  id: "invalid-pair",
  aliases: ["INVALID_SYNTAX", "SYNTAX_MISSING_EQUALS", "SYNTAX_MISSING_NAMES"],
  severity: "error",
  category: "syntax",
  summary: "A word of ENV, LABEL or ARG is not name=value.",
  rationale:
    "ENV and LABEL take pairs joined by an equals sign, without blanks around it; a value with blanks stands in quotes. The builder stops at any other word.",
  examples: [
    { text: "FROM alpine:3.22\nENV A=1 [|B|]\n" },
    { text: 'FROM alpine:3.22\nENV A=1 B="2 3" C=\nLABEL x=y\nARG D E=1\n' },
    { text: "FROM alpine:3.22\nLABEL [|=1|]\n" },
    { text: "FROM alpine:3.22\nENV [|NAME|]\n" },
    { text: "FROM alpine:3.22\nARG [|=1|]\n" },
  ],

  checkInstruction(instruction, report) {
    const { keyword } = instruction;
    for (const { name, range, separator } of pairs(instruction)) {
      if (name === "" && separator === "equals") {
        report({
          range,
          message: `A name is missing before the equals sign. Write ${keyword} name=value.`,
          aliases: ["INVALID_SYNTAX", "SYNTAX_MISSING_NAMES"],
        });
      } else if (separator === "none" && keyword !== "ARG") {
        report({
          range,
          message: `"${name}" has no value. Write ${name}=value; a value with blanks stands in quotes, with no blanks around the equals sign.`,
          aliases: ["INVALID_SYNTAX", "SYNTAX_MISSING_EQUALS"],
        });
      }
    }
  },
};
