import { officialImage } from "../grammar/officialImages";
import { nearestName, slipOf } from "../lint/nearestName";
import type { Outside } from "../lint/outside";
import type { Problem, Rule } from "../lint/rule";
import { oncePer } from "../model/oncePer";
import { isReference, parseReference } from "../model/reference";
import type { Stage } from "../model/stages";
import { type StageUse, stageUses } from "../model/stageUses";

export const copyFromUnknownStage: Rule = {
  id: "copy-from-unknown-stage",
  aliases: ["DL3022"],
  severity: "warning",
  category: "stages",
  summary: "The value of --from names no stage of this file.",
  rationale:
    "`--from` takes a stage's name or index, a named build context, or an image. What is no stage is pulled as an image, so a slip of the hand asks a registry for something that does not exist.",
  examples: [
    {
      text: "FROM golang:1.27 AS builder\nFROM alpine:3.22\nCOPY --from=[|build|] /a /a\n",
      fixed: "FROM golang:1.27 AS builder\nFROM alpine:3.22\nCOPY --from=builder /a /a\n",
    },
    {
      text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=[|bild|] /a /b\n",
      fixed: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /a /b\n",
    },
    {
      text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /a /b\nCOPY --from=0 /a /b\nCOPY --from=nginx /a /b\nCOPY --from=me/app:1 /a /b\nCOPY --from=$STAGE /a /b\n",
    },
    { text: "FROM alpine:3.22\nCOPY --from=[|7|] /a /b\nRUN --mount=from=[|nowhere|],target=/x make\n" },
    { text: "FROM alpine:3.22\nCOPY --from=mine /a /b\n", images: ["mine:latest"] },
  ],

  check(dockerfile, report, { outside }) {
    for (const use of stageUses(dockerfile)) {
      if (use.by === "FROM" || use.stage || isElsewhere(use, outside)) continue;
      const problem = use.isIndex
        ? unknownIndex(use, dockerfile.stages)
        : unknownName(use, dockerfile.stages);
      // hadolint looks at COPY alone.
      report(use.by === "COPY" ? problem : { ...problem, aliases: [] });
    }
  },
};

/** Certainly or probably an image, or a build context that is given at build time. */
function isElsewhere({ text, isIndex }: StageUse, { namedContexts, images }: Outside): boolean {
  if (/[/:@$]/.test(text) || text === "scratch" || text === "context") return true;
  if (isIndex) return false;
  // That it can be no name at all is a rule of its own.
  if (!/^[a-z][\w.-]*$/i.test(text) && !isReference(parseReference(text))) return true;
  if (namedContexts.includes(text) || officialImage(text)) return true;
  return images?.some(({ tags }) => tags.some((tag) => tag.startsWith(`${text}:`))) ?? false;
}

function unknownIndex({ text, range }: StageUse, stages: readonly Stage[]): Problem {
  return {
    range,
    message: `There is no stage ${text}: this file has ${stages.length}, counted from 0. Give the stage a name and use that instead.`,
    severity: "error",
  };
}

function unknownName({ text, range }: StageUse, stages: readonly Stage[]): Problem {
  const names = stageNames(stages);
  // `build` for `builder`, too.
  const nearest =
    nearestName(text, names, slipOf(text)) ?? (text.length > 2 ? onlyOne(names, text) : undefined);
  return {
    range,
    message: nearest
      ? `No stage is called "${text}". Did you mean ${nearest}?`
      : `No stage is called "${text}", so an image of that name would be pulled. Name a stage, or give the image a tag to say that it is one.`,
    ...(nearest && {
      fix: { title: `Change to ${nearest}`, edits: [{ range, newText: nearest }], unsafe: true },
    }),
  };
}

function onlyOne(names: readonly string[], part: string): string | undefined {
  const found = names.filter((name) => name.startsWith(part) || (name.length > 2 && part.startsWith(name)));
  return found.length === 1 ? found[0] : undefined;
}

const stageNames = oncePer((stages: readonly Stage[]) => stages.flatMap(({ name }) => (name ? [name] : [])));
