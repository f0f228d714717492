import { labelSchema, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";
import { pairs } from "../model/pairs";

export const missingLabel: Rule = {
  id: "missing-label",
  aliases: ["DL3049"],
  severity: "information",
  category: "labels",
  summary: "The image lacks a label that your schema asks for.",
  rationale:
    "The setting `labelSchema` says which labels images must have, so that those who run them find out what they are and where they come from. Only the last stage becomes the image.",
  options: [labelSchemaOption],
  examples: [
    {
      text: "FROM alpine:3.22 AS build\n[|FROM|] alpine:3.22\nLABEL title=a\n",
      options: { labelSchema: { title: "text", version: "semver" } },
    },
    {
      text: "FROM alpine:3.22 AS base\nLABEL title=a\nFROM base\nLABEL version=1.0.0\n",
      options: { labelSchema: { title: "text", version: "semver" } },
    },
    { text: "FROM alpine:3.22\n" },
  ],

  check({ stages }, report, { options }) {
    const schema = labelSchema(options);
    const last = stages.at(-1);
    if (!last || schema.size === 0) return;
    const set = new Set(
      [last, ...ancestors(last)].flatMap(({ instructions }) =>
        instructions
          .filter(({ keyword }) => keyword === "LABEL")
          .flatMap((label) => pairs(label).map(({ name }) => name)),
      ),
    );
    for (const key of schema.keys())
      if (!set.has(key))
        report({
          range: last.from.keywordRange,
          message: `The image needs the label ${key}. Add LABEL ${key}="…".`,
        });
  },
};
