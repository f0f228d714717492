import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Stage } from "../model/stages";
import { stageUses } from "../model/stageUses";

export const unusedStage: Rule = {
  id: "unused-stage",
  aliases: [],
  severity: "hint",
  category: "stages",
  summary: "No other stage needs this one, and it is not the last.",
  rationale:
    "The last stage is what is built. A stage that it needs neither by FROM nor by `--from` is left out by BuildKit, unless it is asked for with `--target`.",
  tags: ["unnecessary"],
  examples: [
    { text: "FROM alpine:3.22 AS [|tools|]\nFROM alpine:3.22\n" },
    {
      text: "FROM alpine:3.22 AS base\nFROM base AS build\nFROM alpine:3.22 AS tools\nFROM scratch\nCOPY --from=build /a /a\nRUN --mount=from=2,target=/x make\n",
    },
    { text: "FROM alpine:3.22 AS [|a|]\n[|FROM|] a\nFROM alpine:3.22\n" },
    { text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=$WHICH /a /a\n" },
  ],

  check(dockerfile, report) {
    const needed = neededStages(dockerfile);
    if (!needed) return;
    for (const stage of dockerfile.stages) {
      if (needed.has(stage)) continue;
      report({
        range: stage.nameRange ?? stage.from.keywordRange,
        message: stage.name
          ? `The last stage does not need "${stage.name}", so it is built only with "--target ${stage.name}". Remove it if nobody does that.`
          : "The last stage does not use this one, and without a name it cannot be built by itself. Remove it, or copy from it.",
      });
    }
  },
};

/** What the last stage leads to; undefined where a variable may name any stage. */
function neededStages(dockerfile: Dockerfile): Set<Stage> | undefined {
  const uses = stageUses(dockerfile);
  if (uses.some(({ stage, text }) => !stage && text.includes("$"))) return undefined;
  const leadsTo = new Map<Stage, Stage[]>();
  for (const { within, stage } of uses) {
    if (!within || !stage) continue;
    const others = leadsTo.get(within);
    if (others) others.push(stage);
    else leadsTo.set(within, [stage]);
  }
  const needed = new Set<Stage>();
  const waiting = dockerfile.stages.slice(-1);
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    waiting.push(...(leadsTo.get(stage) ?? []));
  }
  return needed;
}
