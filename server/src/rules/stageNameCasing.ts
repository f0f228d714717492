import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import { isStageName } from "../model/isStageName";
import { oncePer } from "../model/oncePer";
import type { Stage } from "../model/stages";
import { type StageUse, stageUses } from "../model/stageUses";

export const stageNameCasing: Rule = {
  id: "stage-name-casing",
  aliases: ["StageNameCasing"],
  severity: "warning",
  category: "style",
  summary: "A stage's name is not in lower case.",
  rationale: "The builder lowers all names, so capitals only make them harder to find again.",
  examples: [
    {
      text: "FROM alpine:3.22 AS [|Build|]\nFROM Build\nCOPY --from=BUILD /a /b\n",
      fixed: "FROM alpine:3.22 AS build\nFROM build\nCOPY --from=build /a /b\n",
    },
    { text: "FROM alpine:3.22 AS build\nFROM build\nFROM alpine:3.22 AS $Name\n" },
  ],

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const { name, nameRange } = stage;
      const lower = name?.toLowerCase();
      // What is no name at all has a rule of its own.
      if (!name || !lower || !nameRange || name === lower || !isStageName(name)) continue;
      const uses = (usesByStage(dockerfile).get(stage) ?? []).filter(
        ({ isIndex, text }) => !isIndex && text !== lower && text.toLowerCase() === lower,
      );
      const edits = [nameRange, ...uses.map(({ range }) => range)].map((range) => ({
        range,
        newText: lower,
      }));
      report({
        range: nameRange,
        message: `Write the stage's name in lower case: ${lower}.`,
        fix: { title: `Rename to ${lower} everywhere`, edits },
      });
    }
  },
};

const usesByStage = oncePer((dockerfile: Dockerfile) => {
  const byStage = new Map<Stage, StageUse[]>();
  for (const use of stageUses(dockerfile)) {
    if (!use.stage) continue;
    const others = byStage.get(use.stage);
    if (others) others.push(use);
    else byStage.set(use.stage, [use]);
  }
  return byStage;
});
