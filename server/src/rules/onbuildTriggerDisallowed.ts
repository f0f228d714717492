import { instructionEntry } from "../grammar/instructions";
import type { Rule } from "../lint/rule";

export const onbuildTriggerDisallowed: Rule = {
  id: "onbuild-trigger-disallowed",
  aliases: ["DL3043", "ONBUILD_TRIGGER_DISALLOWED", "ONBUILD_CHAINING_DISALLOWED"],
  severity: "error",
  category: "syntax",
  summary: "ONBUILD cannot hold this instruction.",
  rationale:
    "A trigger runs later, right behind the FROM of a child image. FROM, MAINTAINER and another ONBUILD make no sense there, and the builder refuses them.",
  examples: [
    { text: "FROM alpine:3.22\nONBUILD [|ONBUILD|] RUN make\n" },
    { text: "FROM alpine:3.22\nONBUILD RUN make\n" },
    { text: "FROM alpine:3.22\nONBUILD [|FROM|] alpine:3.22\nONBUILD [|maintainer|] me\n" },
  ],

  checkInstruction({ trigger }, report) {
    const entry = trigger && instructionEntry(trigger.keyword);
    if (!entry || entry.places.includes("trigger")) return;
    report({
      range: trigger.keywordRange,
      message:
        entry.keyword === "ONBUILD"
          ? "An ONBUILD cannot hold another ONBUILD. Remove one of the two."
          : `ONBUILD cannot hold ${entry.keyword}. Write it as a separate instruction, or remove it.`,
      aliases: [
        "DL3043",
        entry.keyword === "ONBUILD" ? "ONBUILD_CHAINING_DISALLOWED" : "ONBUILD_TRIGGER_DISALLOWED",
      ],
    });
  },
};
