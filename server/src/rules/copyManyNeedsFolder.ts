import type { Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";
import { moveRange } from "../model/placedInstruction";
import { resolveText } from "../model/resolveText";
import { picked } from "../model/sections";
import { withTriggers } from "../model/withTriggers";

export const copyManyNeedsFolder: Rule = {
  id: "copy-many-needs-folder",
  aliases: ["DL3021", "INVALID_DESTINATION"],
  severity: "error",
  category: "instructions",
  summary: "Several files are copied to a destination that does not end with a slash.",
  rationale:
    "The slash says that the destination is a folder. Without it the classic builder stops, and readers cannot tell. BuildKit makes a folder of it all the same.",
  examples: [
    {
      text: "FROM node:24\nCOPY package.json package-lock.json [|/app|]\n",
      fixed: "FROM node:24\nCOPY package.json package-lock.json /app/\n",
    },
    { text: "FROM node:24\nCOPY package.json package-lock.json /app/\nCOPY package.json /app\n" },
    {
      text: 'FROM node:24\nADD a b [|"/app"|]\nCOPY ["a", "b", [|"/c d"|]]\nCOPY a b "/app/"\n',
      fixed: 'FROM node:24\nADD a b "/app/"\nCOPY ["a", "b", "/c d/"]\nCOPY a b "/app/"\n',
    },
    {
      text: "FROM node:24\nARG DIR=/app/\nARG TO=/app\nCOPY a b $DIR\nCOPY a b [|$TO|]\nCOPY a b $HOME\n",
      fixed: "FROM node:24\nARG DIR=/app/\nARG TO=/app\nCOPY a b $DIR\nCOPY a b $TO/\nCOPY a b $HOME\n",
    },
    {
      text: "FROM node:24\nWORKDIR /app\nONBUILD COPY a b [|.|]\nCOPY --chown=1000 <<A <<B /x/\nA\nB\n",
      fixed: "FROM node:24\nWORKDIR /app\nONBUILD COPY a b ./\nCOPY --chown=1000 <<A <<B /x/\nA\nB\n",
    },
  ],

  check(dockerfile, report) {
    for (const instruction of copyingSeveral(dockerfile)) {
      const copy = copyOf(instruction.atZero);
      if (!copy) continue;
      const { text } = copy.destination;
      const path = resolveText(dockerfile, text, instruction);
      if (!path || /[/\\]$/.test(path)) continue;
      const range = moveRange(copy.destination.range, instruction.firstLine);
      const isQuoted = instruction.exec !== undefined || /["']$/.test(text);
      const end = { line: range.end.line, character: range.end.character - (isQuoted ? 1 : 0) };
      // Nobody takes `.` for a file; only the classic builder wants the slash even there.
      const isFolder = /(?:^|\/)\.\.?$/.test(path);
      report({
        range,
        message: isFolder
          ? `Write "${path}/": builders other than BuildKit want a slash where several files are copied.`
          : `Several files need a folder to go into. Write "${path}/", so that this is one.`,
        fix: { title: "Add a slash", edits: [{ range: { start: end, end }, newText: "/" }] },
        ...(instruction.keyword === "ADD" && { aliases: ["INVALID_DESTINATION"] }),
        ...(isFolder && { severity: "information" as const }),
      });
    }
  },
};

/** Where the slash is plain to see, there is nothing to look up. */
const copyingSeveral = picked((atZero) => {
  const copy = copyOf(atZero);
  return copy !== undefined && copy.sources.length > 1 && !copy.destination.value.endsWith("/");
}, withTriggers);
