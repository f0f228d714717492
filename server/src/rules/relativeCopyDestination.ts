import type { Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";
import { isAbsolutePath } from "../model/isAbsolutePath";
import { resolveText } from "../model/resolveText";
import type { Stage } from "../model/stages";

export const relativeCopyDestination: Rule = {
  id: "relative-copy-destination",
  aliases: ["DL3045"],
  severity: "warning",
  category: "instructions",
  summary: "Files are copied to a relative path, and no WORKDIR says to which folder.",
  rationale:
    "A relative destination begins in the folder that the base image ends in: often the root, where files of the application lie among those of the system. Say WORKDIR first, or write the whole path.",
  examples: [
    { text: "FROM python:3.14\nCOPY app.py [|app.py|]\n" },
    { text: "FROM python:3.14\nWORKDIR /app\nCOPY app.py app.py\n" },
    { text: "FROM python:3.14\nCOPY . [|.|]\nADD app.tar.gz [|./|]\nWORKDIR /app\nCOPY . .\n" },
    { text: "FROM python:3.14 AS base\nWORKDIR /app\nFROM base\nCOPY . .\nFROM python:3.14\nCOPY . [|.|]\n" },
    { text: 'FROM python:3.14\nCOPY ["a b", [|"c"|]]\nCOPY a "/app"\nCOPY a $HOME/a\nCOPY a C:\\\\app\n' },
    { text: "FROM python:3.14\nONBUILD COPY . .\n" },
  ],

  check(dockerfile, report) {
    const settled = new Set<Stage>();
    for (const stage of dockerfile.stages) {
      if (stage.base?.stage && settled.has(stage.base.stage)) settled.add(stage);
      for (const instruction of stage.instructions) {
        if (instruction.keyword === "WORKDIR") settled.add(stage);
        const copy = settled.has(stage) ? undefined : copyOf(instruction);
        const path = copy && resolveText(dockerfile, copy.destination.text, instruction);
        if (!copy || path === undefined || path === "" || isAbsolutePath(path)) continue;
        report({
          range: copy.destination.range,
          message: `"${path}" is relative to whatever folder the base image ends in. Write a WORKDIR above, for example WORKDIR /app, or the whole path.`,
          // hadolint looks at COPY alone.
          ...(instruction.keyword === "ADD" && { aliases: [] }),
        });
      }
    }
  },
};
