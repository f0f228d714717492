import type { Rule } from "../lint/rule";
import { stageUses } from "../model/stageUses";

export const copyFromOwnStage: Rule = {
  id: "copy-from-own-stage",
  aliases: ["DL3023"],
  severity: "error",
  category: "stages",
  summary: "A --from names its own stage, or one that comes later.",
  rationale:
    "Stages are built from top to bottom, so files can be taken only from a stage further up. The builder stops here.",
  examples: [
    { text: "FROM alpine:3.22 AS build\nCOPY --from=[|build|] /a /b\n" },
    {
      text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /a /b\nRUN --mount=from=0,target=/x make\n",
    },
    {
      text: "FROM alpine:3.22\nCOPY --from=[|late|] /a /b\nCOPY --from=[|0|] /a /b\nFROM alpine:3.22 AS late\n",
    },
  ],

  check(dockerfile, report) {
    for (const { by, stage, within, text, range, isIndex } of stageUses(dockerfile)) {
      if (by === "FROM" || !stage || !within || stage.index < within.index) continue;
      report({
        range,
        message:
          stage === within
            ? `"${text}" is this line's own stage. To copy within a stage, use RUN cp.`
            : `"${text}" comes further down, and stages are built from top to bottom. Move it above this one.`,
        // hadolint's DL3022 asks for a stage that is defined before, and its DL3023 looks at names alone.
        aliases: stage !== within ? ["DL3022"] : isIndex ? [] : ["DL3023"],
        related: [{ range: stage.nameRange ?? stage.from.keywordRange, message: "The stage begins here." }],
      });
    }
  },
};
