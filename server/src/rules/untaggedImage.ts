import { newestLocalTag } from "../lint/newestLocalTag";
import type { Rule } from "../lint/rule";
import type { Stage } from "../model/stages";

export const untaggedImage: Rule = {
  id: "untagged-image",
  aliases: ["DL3006"],
  severity: "warning",
  category: "images",
  summary: "FROM names an image without a tag, so it means whatever is newest.",
  rationale:
    "Without a tag the builder takes `latest`, which is just a name that the image's owner moves along. Tomorrow's build may get another version and break. Name the version that you tested with.",
  examples: [
    { text: "FROM [|alpine|]\nRUN echo hello\n" },
    { text: "ARG BASE=alpine\nFROM alpine:3.22 AS base\nFROM base\nFROM scratch\nFROM $BASE\n" },
    { text: "FROM [|ghcr.io/me/app|] AS app\nFROM --platform=linux/amd64 [|localhost:5000/app|]\n" },
    {
      text: "FROM [|alpine|]\n",
      images: ["alpine:3.22", "alpine:latest", "alpine:3.9"],
      fixed: "FROM alpine:3.22\n",
    },
    { text: 'FROM "[|alpine|]"\n', images: ["alpine:3.22"], fixed: 'FROM "alpine:3.22"\n' },
    { text: "FROM alpine@sha256:0123456789012345678901234567890123456789012345678901234567890123\n" },
  ],

  check({ stages }, report, { outside }) {
    for (const stage of stages) {
      const name = untagged(stage);
      if (!stage.base || name === undefined) continue;
      const { end } = stage.base.written.nameRange;
      const range = { start: (stage.base.written.registryRange ?? stage.base.written.nameRange).start, end };
      const tag = newestLocalTag(name, outside.images);
      report({
        range,
        message: tag
          ? `${name} without a tag means ${name}:latest, which changes over time. You have ${name}:${tag} here.`
          : `${name} without a tag means ${name}:latest, which changes over time. Name the version you want: ${name}:….`,
        ...(tag && {
          fix: {
            title: `Change to ${name}:${tag}`,
            edits: [{ range: { start: range.end, end: range.end }, newText: `:${tag}` }],
            unsafe: true,
          },
        }),
      });
    }
  },
};

/** The written name where it certainly has neither tag nor digest; a variable may bring one. */
function untagged({ base }: Stage): string | undefined {
  if (!base?.reference || base.word.text.includes("$")) return undefined;
  const { tag, digest } = base.reference;
  return tag === undefined && digest === undefined ? base.word.value : undefined;
}
