import type { Rule } from "../lint/rule";
import { baseByDefaults } from "../model/baseByDefaults";
import { oncePer } from "../model/oncePer";
import { isReference, parseReference } from "../model/reference";
import type { Stage } from "../model/stages";
import type { VariableUse } from "../model/variables";

export const invalidDefaultArgInFrom: Rule = {
  id: "invalid-default-arg-in-from",
  aliases: ["InvalidDefaultArgInFrom"],
  severity: "warning",
  category: "stages",
  summary: "Without build arguments, FROM names no image.",
  rationale:
    "A global ARG without a default leaves a hole in the name, so a plain `docker build .` fails. Give the ARG a default, or write one in FROM: `${TAG:-3.22}`.",
  examples: [
    { text: "ARG TAG\nFROM [|alpine:${TAG}|]\n" },
    {
      text: "ARG TAG=3.22\nARG VARIANT\nFROM alpine:${TAG}\nFROM python:3.13${VARIANT:+-$VARIANT}\nFROM ${BASE:-alpine:3.22}\n",
    },
    { text: "ARG BASE\nFROM [|$BASE|]\n" },
    { text: "ARG BASE=Alpine\nFROM [|$BASE:3.22|]\n" },
    { text: "ARG NAME=alpine\nFROM ${NAME:3.22\nFROM ${NAME@Q}\n" },
  ],

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      const found = baseByDefaults(dockerfile, stage);
      if (!found || !stage.base || stage.base.stage || stage.base.isScratch) continue;
      // What is not declared at all has a rule of its own.
      if (found.variables.some(({ definition, resolved }) => !definition && resolved === undefined)) continue;
      // So has what the builder can't expand although there is a value.
      if (found.variables.some(isUnreadable)) continue;
      if (
        isReference(parseReference(found.text)) ||
        stageNames(dockerfile.stages).has(found.text.toLowerCase())
      )
        continue;
      const holes = found.variables.filter(({ resolved }) => !resolved).map(({ name }) => name);
      const advice =
        holes.length > 0
          ? `Give ${holes.join(" and ")} a default.`
          : "Give the ARG a default that names an image.";
      report({
        range: stage.base.range,
        message: `Without build arguments this is "${found.text}", which names no image. ${advice}`,
        related: found.variables.flatMap(({ definition }) =>
          definition ? [{ range: definition.nameRange, message: "The argument is declared here." }] : [],
        ),
      });
    }
  },
};

function isUnreadable({ definition, resolved }: VariableUse): boolean {
  return resolved === undefined && definition?.resolved !== undefined;
}

const stageNames = oncePer(
  (stages: readonly Stage[]): ReadonlySet<string | undefined> =>
    new Set(stages.map(({ name }) => name?.toLowerCase())),
);
