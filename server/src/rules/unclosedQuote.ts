import type { Rule } from "../lint/rule";

export const unclosedQuote: Rule = {
  id: "unclosed-quote",
  aliases: ["SYNTAX_MISSING_DOUBLE_QUOTE", "SYNTAX_MISSING_SINGLE_QUOTE"],
  severity: "error",
  category: "syntax",
  summary: "A quote is opened and never closed.",
  rationale:
    "The builder reads on to the end of the instruction in search of the second quote, and stops when there is none.",
  examples: [
    { text: 'FROM alpine:3.22\nENV NAME=[|"a b|]\n' },
    { text: "FROM alpine:3.22\nENV A=\"a b\" B='c d' C=it\\'s\nLABEL note=\"it's fine\"\n" },
    { text: "FROM alpine:3.22\nLABEL a=1 b=[|'x y|]\n" },
  ],

  checkInstruction({ keyword, words, line }, report) {
    if (!pairInstructions.has(keyword)) return;
    for (const { unclosedQuote: quote, text, start, end } of words) {
      if (!quote) continue;
      const at = text.indexOf("=") + 1;
      report({
        range: line.rangeOf(start + at, end),
        message: `The quote ${quote} is opened here and never closed. Add ${quote} where the value ends.`,
        aliases: [quote === '"' ? "SYNTAX_MISSING_DOUBLE_QUOTE" : "SYNTAX_MISSING_SINGLE_QUOTE"],
      });
    }
  },
};

/** Elsewhere a lone quote is the shell's business, or just a character. */
const pairInstructions = new Set(["ENV", "LABEL", "ARG"]);
