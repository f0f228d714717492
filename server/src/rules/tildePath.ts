import type { Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";

export const tildePath: Rule = {
  id: "tilde-path",
  aliases: [],
  severity: "warning",
  category: "instructions",
  summary: "A path begins with `~`, which only a shell takes for the home folder.",
  rationale:
    "The builder makes a folder that is really called `~`, below the working directory, or looks for one in the build context. Write the whole path, such as /root or /home/app.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY id_rsa.pub [|~/.ssh/|]\nVOLUME [|~/data|]\nRUN ls ~/data\n" },
    { text: "FROM alpine:3.22\nCOPY id_rsa.pub /root/.ssh/\nCOPY a~ b~ /\n" },
    { text: 'FROM alpine:3.22\nCOPY [[|"~/a"|], "/"]\nONBUILD ADD a [|~|]\n' },
  ],

  checkInstruction(instruction, report) {
    const copy = copyOf(instruction);
    const volumes = instruction.keyword === "VOLUME" ? (instruction.exec?.strings ?? instruction.words) : [];
    for (const { value, range } of [...volumes, ...(copy ? [copy.destination] : [])]) {
      if (!HOME.test(value)) continue;
      const path = `/root${value.slice(1)}`;
      report({
        range,
        message: `The builder knows no "~" and makes a folder of that name. Write the whole path, for example ${path}.`,
      });
    }
    for (const { value, range, kind } of copy?.sources ?? []) {
      if (kind !== "path" || !HOME.test(value)) continue;
      report({
        range,
        message: copy?.from
          ? `The builder knows no "~". Write the whole path, for example /root${value.slice(1)}.`
          : `Your home folder is not part of the build context. Put the file beside the Dockerfile and write its path from there.`,
      });
    }
  },
};

const HOME = /^~(?:\/|$)/;
