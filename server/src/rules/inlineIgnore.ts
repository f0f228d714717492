import type { Rule } from "../lint/rule";
import { suppressionsOf } from "../lint/suppressions";

export const inlineIgnore: Rule = {
  id: "inline-ignore",
  aliases: ["DL1001"],
  severity: "information",
  default: "off",
  category: "style",
  summary: "A comment in the file silences the linter.",
  rationale:
    "Where a team decides in one place what is to be ignored, single files should not decide otherwise. Switch this rule on to see where they do; `disable-ignore-pragma` in `.hadolint.yaml` takes the comments their effect.",
  examples: [
    { text: "FROM alpine:3.22\n[|# hadolint ignore=DL3018|]\nRUN apk add --no-cache curl\n" },
    { text: "[|# drydock ignore-file=unpinned-apk|]\nFROM alpine:3.22\n" },
    { text: "# hadolint shell=bash\nFROM alpine:3.22\n" },
  ],

  check(dockerfile, report) {
    for (const { tool, range } of suppressionsOf(dockerfile)) {
      // `# check=` speaks to the builder, which heeds it whatever we think of it.
      if (tool === "buildkit") continue;
      report({
        range,
        message:
          "This comment silences findings. Mend what it hides, or ignore the rule for the whole project.",
        aliases: tool === "hadolint" ? ["DL1001"] : [],
      });
    }
  },
};
