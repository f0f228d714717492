import type { Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";

export const missingHealthcheck: Rule = {
  id: "missing-healthcheck",
  aliases: ["DL3057"],
  severity: "information",
  default: "off",
  category: "instructions",
  summary: "The image has no HEALTHCHECK.",
  rationale:
    "With a check the engine can tell a container that runs from one that works, and others can wait for it. Kubernetes and some services have checks of their own, so the rule is off until you switch it on.",
  examples: [
    { text: 'FROM alpine:3.22 AS build\n[|FROM|] nginx:1.29\nCMD ["nginx"]\n' },
    { text: 'FROM nginx:1.29\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]\n' },
    { text: "FROM nginx:1.29 AS base\nHEALTHCHECK NONE\nFROM base\n" },
  ],

  check({ stages }, report) {
    const last = stages.at(-1);
    // Only the last stage becomes the image; it keeps the check of the stage that it is built on.
    const chain = last ? [last, ...ancestors(last)] : [];
    if (
      !last ||
      chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === "HEALTHCHECK"))
    )
      return;
    report({
      range: last.from.keywordRange,
      message:
        'This image has no HEALTHCHECK. Add one, for example HEALTHCHECK CMD ["curl", "-f", "http://localhost/"], or HEALTHCHECK NONE.',
    });
  },
};
