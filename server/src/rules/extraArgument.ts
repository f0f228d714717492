import type { Rule } from "../lint/rule";
import { trailingRemark } from "../model/trailingRemark";

export const extraArgument: Rule = {
  id: "extra-argument",
  aliases: ["ARGUMENT_EXTRA", "ARGUMENT_UNNECESSARY"],
  severity: "error",
  category: "syntax",
  summary: "HEALTHCHECK NONE takes nothing after it, and STOPSIGNAL one signal.",
  rationale:
    "`HEALTHCHECK NONE` switches off the check of the base image, and `STOPSIGNAL` takes the rest of its line for the signal's name. With more words the builder stops.",
  examples: [
    {
      text: "FROM alpine:3.22\nHEALTHCHECK NONE [|curl localhost|]\n",
      fixed: "FROM alpine:3.22\nHEALTHCHECK NONE\n",
    },
    { text: "FROM alpine:3.22\nHEALTHCHECK NONE\nSTOPSIGNAL SIGTERM\n" },
    {
      text: "FROM alpine:3.22\nSTOPSIGNAL SIGTERM [|SIGINT|]\n",
      fixed: "FROM alpine:3.22\nSTOPSIGNAL SIGTERM\n",
    },
  ],

  checkInstruction(instruction, report) {
    const { keyword, words } = instruction;
    const [first, second] = words;
    const last = words.at(-1);
    const isNone = keyword === "HEALTHCHECK" && first?.value.toUpperCase() === "NONE";
    if (!first || !second || !last || !(isNone || keyword === "STOPSIGNAL")) return;
    if (trailingRemark(instruction)) return;
    report({
      range: { start: second.range.start, end: last.range.end },
      message: isNone
        ? "HEALTHCHECK NONE takes nothing after it. Remove the rest, or write CMD in place of NONE."
        : `STOPSIGNAL takes one signal. Remove what follows ${first.text}.`,
      aliases: [isNone ? "ARGUMENT_UNNECESSARY" : "ARGUMENT_EXTRA"],
      fix: {
        title: `Remove what follows ${first.text}`,
        edits: [{ range: { start: first.range.end, end: last.range.end }, newText: "" }],
      },
    });
  },
};
