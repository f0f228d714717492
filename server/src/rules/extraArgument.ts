import type { Rule } from "../lint/rule";

export const extraArgument: Rule = {
  id: "extra-argument",
  aliases: ["ARGUMENT_EXTRA", "ARGUMENT_UNNECESSARY"],
  severity: "error",
  category: "syntax",
  summary: "HEALTHCHECK NONE takes nothing after it.",
  rationale:
    "`HEALTHCHECK NONE` switches off the check of the base image. With more words the builder stops.",
  examples: [
    {
      text: "FROM alpine:3.22\nHEALTHCHECK NONE [|curl localhost|]\n",
      fixed: "FROM alpine:3.22\nHEALTHCHECK NONE\n",
    },
    { text: "FROM alpine:3.22\nHEALTHCHECK NONE\n" },
  ],

  checkInstruction({ keyword, words }, report) {
    const [first, second] = words;
    const last = words.at(-1);
    if (keyword !== "HEALTHCHECK" || first?.value.toUpperCase() !== "NONE" || !second || !last) return;
    report({
      range: { start: second.range.start, end: last.range.end },
      message: "HEALTHCHECK NONE takes nothing after it. Remove the rest, or write CMD in place of NONE.",
      fix: {
        title: "Remove what follows NONE",
        edits: [{ range: { start: first.range.end, end: last.range.end }, newText: "" }],
      },
    });
  },
};
