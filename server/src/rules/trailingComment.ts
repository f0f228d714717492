import type { Range } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { moveRange } from "../model/placedInstruction";
import { picked } from "../model/sections";
import { trailingRemark } from "../model/trailingRemark";
import { withTriggers } from "../model/withTriggers";

export const trailingComment: Rule = {
  id: "trailing-comment",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "A comment follows an instruction on its line, where it is read as more arguments.",
  rationale:
    "The builder knows comments on lines of their own only. Behind an instruction `#` and what follows are more arguments: most instructions stop the build then, and WORKDIR, USER, VOLUME and ARG silently take them for a part of the path, the name or for further names. In RUN it is the shell that reads `#`, and there it works.",
  examples: [
    { text: "FROM alpine:3.22 [|# small|]\n", fixed: "# small\nFROM alpine:3.22\n" },
    { text: "# small\nFROM alpine:3.22\nRUN echo hello # to all\nCMD echo hello # to all\nENV A a # b\n" },
    {
      text: "FROM alpine:3.22 AS build [|# makes it|]\nEXPOSE 80 [|# web|]\nENV A=1 B=2 [|#both|]\n",
      fixed: "# makes it\nFROM alpine:3.22 AS build\n# web\nEXPOSE 80\n#both\nENV A=1 B=2\n",
    },
    {
      text: "FROM alpine:3.22\n  WORKDIR /app [|# here|]\n  ONBUILD COPY a \\\n    /b [|# there|]\n",
      fixed: "FROM alpine:3.22\n  # here\n  WORKDIR /app\n  # there\n  ONBUILD COPY a \\\n    /b\n",
    },
    { text: "FROM alpine:3.22\nRUN apk add a \\ [|# net|]\n  b\nRUN echo a \\# b\n" },
    { text: 'FROM alpine:3.22\nENV A="b # c" D=e#f\nLABEL a=#b\nCOPY ["# a", "/b"]\nWORKDIR "/a # b"\n' },
  ],

  check(dockerfile, report) {
    for (const instruction of withHash(dockerfile)) {
      const range = behindEscape(instruction, dockerfile);
      if (range)
        report({
          range,
          message: `Nothing may follow "${dockerfile.escapeCharacter}" at the end of a line, so the ${instruction.keyword} ends here. Move the comment to its own line.`,
        });
    }
    for (const instruction of withRemark(dockerfile)) {
      const remark = trailingRemark(instruction.atZero);
      if (!remark) continue;
      const { keyword, firstLine } = instruction;
      const above = { line: firstLine, character: 0 };
      const indent = /^[ \t]*/.exec(dockerfile.line(firstLine))?.[0] ?? "";
      report({
        range: moveRange(remark.rangeAtZero, firstLine),
        message: `After ${keyword} this is not a comment but part of its arguments. Move it to its own line.`,
        ...(silent.has(keyword) && { severity: "warning" }),
        fix: {
          title: "Move the comment above",
          edits: [
            { range: { start: above, end: above }, newText: `${indent}${remark.text}\n` },
            { range: moveRange(remark.removalAtZero, firstLine), newText: "" },
          ],
          unsafe: true,
        },
      });
    }
  },
};

const withHash = picked(({ line }) => line.text.includes("#"));

const withRemark = picked((atZero) => trailingRemark(atZero) !== undefined, withTriggers);

/** `\\ # why`: only blanks may follow what continues a line. */
function behindEscape({ range, heredocs }: Instruction, dockerfile: Dockerfile): Range | undefined {
  const { line } = range.end;
  const [found] = /[\\`]\s+#.*$/.exec(dockerfile.line(line)) ?? [];
  if (found === undefined || heredocs.length > 0 || found[0] !== dockerfile.escapeCharacter) return undefined;
  const end = dockerfile.line(line).length;
  const start = end - found.length + found.indexOf("#");
  return { start: { line, character: start }, end: { line, character: end } };
}

/** These do not stop the build. */
const silent = new Set(["ARG", "USER", "VOLUME", "WORKDIR"]);
