import type { Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";
import { moveRange } from "../model/placedInstruction";

export const copyWholeStage: Rule = {
  id: "copy-whole-stage",
  aliases: ["DL3067"],
  severity: "warning",
  category: "stages",
  summary: "A whole stage is copied over another.",
  rationale:
    "Copying `/` to `/` brings the compilers and caches that several stages were to leave behind, and overwrites what the base image has. Onto `scratch` it is the usual way to melt layers into one, so nothing is said there, though hadolint does. Copy just what was made, or build on the stage with FROM.",
  examples: [
    { text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build [|/ /|]\n" },
    {
      text: 'FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /app [|/ /|]\nCOPY --from=build [[|"/", "/"|]]\n',
    },
    {
      text: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /app /app\nCOPY / /\nFROM scratch\nCOPY --from=build / /\n",
    },
  ],

  check({ stages }, report) {
    for (const { base, instructions } of stages) {
      // Onto scratch, it is the known way to melt all layers into one.
      if (base?.isScratch) continue;
      for (const instruction of instructions) {
        const copy = copyOf(instruction.atZero);
        const source = copy?.sources.find(({ value }) => isRoot(value));
        if (!copy?.from || !source || !isRoot(copy.destination.value)) continue;
        report({
          range: moveRange(
            { start: source.range.start, end: copy.destination.range.end },
            instruction.firstLine,
          ),
          message: `This copies all of "${copy.from.value}". Name the files that you need, or build on it: FROM ${copy.from.value}.`,
        });
      }
    }
  },
};

function isRoot(path: string): boolean {
  return /^\/+(\.\/?|\*)?$/.test(path);
}
