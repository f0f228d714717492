import { baseFacts } from "../grammar/baseImages";
import { shortRepository } from "../grammar/endOfLife";
import { officialImage } from "../grammar/officialImages";
import type { Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";
import type { Dockerfile } from "../model/dockerfile";
import { moveRange } from "../model/placedInstruction";
import { isReference, parseReference } from "../model/reference";
import { rootStage } from "../model/rootStage";
import { type StageUse, stageUses } from "../model/stageUses";

export const copyWholeStage: Rule = {
  id: "copy-whole-stage",
  aliases: ["DL3067"],
  severity: "warning",
  category: "stages",
  summary: "A whole stage is copied over another.",
  rationale:
    "Copying `/` to `/` brings the compilers and caches that several stages were to leave behind, and overwrites what the base image has. Onto `scratch` it is the usual way to melt layers into one, so nothing is said there, though hadolint does; nor of a stage on `scratch`, which holds just what was put there, and of images that may hold tools alone it is only mentioned. Copy just what was made, or build on the stage with FROM.",
  examples: [
    { text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build [|/ /|]\n" },
    {
      text: 'FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /app [|/ /|]\nCOPY --from=build [[|"/", "/"|]]\n',
    },
    {
      text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /app /app\nCOPY / /\nFROM scratch\nCOPY --from=build / /\n",
    },
    {
      text: "FROM scratch AS files\nCOPY etc /etc\nFROM alpine:3.22\nCOPY --from=files / /\nCOPY --from=node:24 [|/ /|]\nCOPY --from=me/tools:1 [|/ /|]\n",
    },
  ],

  check(dockerfile, report) {
    for (const use of stageUses(dockerfile)) {
      // Onto scratch, it is the known way to melt all layers into one.
      if (use.by !== "COPY" || use.within?.base?.isScratch) continue;
      const { instruction, text } = use;
      const copy = copyOf(instruction.atZero);
      const source = copy?.sources.find(({ value }) => isRoot(value));
      if (!copy || !source || !isRoot(copy.destination.value)) continue;
      const content = contentOf(use, dockerfile);
      if (content === "chosen files") continue;
      report({
        range: moveRange(
          { start: source.range.start, end: copy.destination.range.end },
          instruction.firstLine,
        ),
        ...(content === "unknown"
          ? {
              severity: "information" as const,
              message: `This copies all of ${text}. Unless it is meant to be copied whole, name the files that you need.`,
            }
          : {
              message: `This copies all of ${text}. Name the files that you need, or build on it: FROM ${text}.`,
            }),
      });
    }
  },
};

/** Some images hold a few tools and nothing else, and stages on scratch hold just what was put there. */
function contentOf({ stage, text }: StageUse, dockerfile: Dockerfile): "system" | "chosen files" | "unknown" {
  const base = stage && rootStage(dockerfile, stage).base;
  if (base?.isScratch) return "chosen files";
  if (stage && (stage.instructions.length > 1 || stage.base?.stage)) return "system";
  const image = stage ? base?.expanded : text;
  const reference = parseReference(image ?? "");
  if (!isReference(reference)) return "unknown";
  const { domain, path, tag } = reference;
  const repository = domain ? `${domain}/${path}` : path;
  return baseFacts(repository, tag) || officialImage(shortRepository(repository)) ? "system" : "unknown";
}

function isRoot(path: string): boolean {
  return /^\/+(\.\/?|\*)?$/.test(path);
}
