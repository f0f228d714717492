import { newestLocalTag } from "../lint/newestLocalTag";
import type { Rule } from "../lint/rule";

export const latestTag: Rule = {
  id: "latest-tag",
  aliases: ["DL3007"],
  severity: "warning",
  category: "images",
  summary: "FROM asks for the tag latest, which changes over time.",
  rationale:
    "`latest` is just a name that the image's owner moves along, and it does not even have to be the newest. Tomorrow's build may get another version and break. Name the version that you tested with.",
  examples: [
    { text: "FROM alpine:[|latest|]\n" },
    { text: "FROM 'alpine:[|latest|]'\n", images: ["alpine:3.22"], fixed: "FROM 'alpine:3.22'\n" },
    { text: "FROM alpine:3.22\nFROM me/app:latest-stable\n" },
    {
      text: "FROM python:[|latest|] AS build\n",
      images: ["python:3.13", "python:latest"],
      fixed: "FROM python:3.13 AS build\n",
    },
    { text: "FROM alpine:latest@sha256:0123456789012345678901234567890123456789012345678901234567890123\n" },
  ],

  check({ stages }, report, { outside }) {
    for (const { base } of stages) {
      const { reference } = base ?? {};
      if (!base || reference?.tag !== "latest" || reference.digest || base.word.text.includes("$")) continue;
      const range = base.written.tagRange;
      if (!range) continue;
      const name = base.word.value.slice(0, -":latest".length);
      const tag = newestLocalTag(name, outside.images);
      report({
        range,
        message: tag
          ? `"latest" changes over time. You have ${name}:${tag} here; name that.`
          : '"latest" changes over time, so tomorrow\'s build may differ. Name the version you want.',
        ...(tag && {
          fix: { title: `Change to ${name}:${tag}`, edits: [{ range, newText: tag }], unsafe: true },
        }),
      });
    }
  },
};
