import type { Rule } from "../lint/rule";
import { climbsOut } from "../model/climbsOut";
import { contextPath } from "../model/contextPath";
import { copyOf } from "../model/copyOf";

export const sourceOutsideContext: Rule = {
  id: "source-outside-context",
  aliases: [],
  severity: "warning",
  category: "instructions",
  summary: "COPY or ADD names a file outside of the build context.",
  rationale:
    "The builder sees the folder that it is given and nothing beside or above it. A path that climbs out of it with `..` is read as if it began at that folder, so the build stops or copies another file than was meant. Build the folder further up and name the Dockerfile with `-f`, or lend the other folder with `--build-context`.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY [|../shared|] /shared\nADD [|src/../../a.txt|] b /\n" },
    { text: "FROM alpine:3.22\nCOPY shared src/../a.txt /shared/\nCOPY --from=build ../a /\n" },
    { text: 'FROM alpine:3.22\nCOPY [[|"../a"|], "/"]\nONBUILD COPY [|../b|] ../c\n' },
  ],

  checkInstruction(instruction, report) {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return;
    for (const { kind, value, range } of copy.sources) {
      if (kind !== "path" || !climbsOut(value)) continue;
      report({
        range,
        message: `Nothing outside of the build context can be copied, so the builder reads this as "${contextPath(value)}". Build the folder above instead, and name this Dockerfile with -f.`,
      });
    }
  },
};
