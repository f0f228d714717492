import type { Rule } from "../lint/rule";
import { oncePerShell } from "../model/oncePerShell";
import { quotedCommand as quotedIn } from "../model/quotedCommand";
import { scriptInstructions } from "../model/scriptInstructions";
import { inSections } from "../model/sections";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";

export const quotedCommand: Rule = {
  id: "quoted-command",
  aliases: [],
  severity: "warning",
  category: "shell",
  summary: "A whole command stands in quotes, so the shell takes it for the name of one program.",
  rationale:
    'Quotes hold words together. A shell that reads `"npm start"` looks for a program of that name, blank included, and finds none.',
  examples: [
    {
      text: 'FROM node:24\nRUN [|"npm ci"|]\nCMD [|"npm start"|]\n',
      fixed: "FROM node:24\nRUN npm ci\nCMD npm start\n",
    },
    { text: 'FROM node:24\nRUN npm ci\nCMD "/opt/my app"\nRUN \'my app\' --now && "echo"\n' },
    {
      text: "FROM node:24\nRUN [|'/bin/app --now && ls'|]\nONBUILD RUN \"$APP start\"\n",
      fixed: 'FROM node:24\nRUN /bin/app --now && ls\nONBUILD RUN "$APP start"\n',
    },
    { text: 'FROM node:24\nRUN [|"echo \\"a\\""|]\n' },
  ],

  check(dockerfile, report) {
    for (const instruction of inSections(dockerfile, scriptInstructions)) {
      const shell = shellOf(dockerfile, instruction);
      if (!hasQuoted(instruction.atZero, shell)) continue;
      for (const script of shellScripts(instruction, shell)) {
        const found = quotedIn(script);
        if (!found) continue;
        const { range, text } = found;
        report({
          range,
          message: "The quotes make this the name of one program, which does not exist. Remove them.",
          ...(!text.includes("\\") && {
            fix: { title: "Remove the quotes", edits: [{ range, newText: text }], unsafe: true },
          }),
        });
      }
    }
  },
};

const hasQuoted = oncePerShell((atZero, shell) =>
  shellScripts(atZero, shell).some((script) => quotedIn(script) !== undefined),
);
