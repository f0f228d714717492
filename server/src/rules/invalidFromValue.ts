import type { Rule } from "../lint/rule";
import { isReference, parseReference } from "../model/reference";
import { stageUses } from "../model/stageUses";

export const invalidFromValue: Rule = {
  id: "invalid-from-value",
  aliases: ["FLAG_INVALID_FROM_VALUE"],
  severity: "error",
  category: "stages",
  summary: "The value of --from can be neither a stage nor an image.",
  rationale:
    "A stage is named or counted from 0; an image is `name:tag`. The builder stops at anything else, variables included.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY --from=[|a//b|] /a /b\n" },
    {
      text: "FROM alpine:3.22 AS Build\nFROM alpine:3.22\nCOPY --from=Build /a /b\nCOPY --from=0 /a /b\nCOPY --from=me/app:1 /a /b\n",
    },
    {
      text: "FROM alpine:3.22\nCOPY --from=[|$STAGE|] /a /b\nRUN --mount=from=[|alpine:$V|],target=/x make\n",
    },
    { text: "FROM alpine:3.22\nCOPY --from=[|Me/App|] /a /b\nRUN --mount=from=[|-1|],target=/x make\n" },
  ],

  check(dockerfile, report) {
    for (const { by, stage, isIndex, text, range } of stageUses(dockerfile)) {
      if (by === "FROM" || stage || isIndex) continue;
      if (text.includes("$")) {
        report({
          range,
          message:
            "Variables are not expanded here. Write FROM with the variable above, AS a name of its own, and that name here.",
        });
        continue;
      }
      // BuildKit looks for a stage or build context in any case first, and those have simple names.
      if (isReference(parseReference(text)) || /^[a-z][\w.-]*$/i.test(text)) continue;
      report({
        range,
        message: `"${text}" can name neither a stage nor an image. Write a stage's name or index, or an image such as alpine:3.22.`,
      });
    }
  },
};
