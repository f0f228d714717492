import type { Range } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import { scriptInstructions } from "../model/scriptInstructions";
import { inSections } from "../model/sections";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";

export const backgroundCommand: Rule = {
  id: "background-command",
  aliases: [],
  severity: "warning",
  category: "instructions",
  summary: "The container's command starts its program in the background.",
  rationale:
    "A container runs for as long as its first process does. When that only starts another one in the background and ends, the container ends with it. Start the program in the foreground.",
  examples: [
    { text: "FROM python:3.14\nCMD python app.py [|&|]\n", fixed: "FROM python:3.14\nCMD python app.py\n" },
    { text: 'FROM python:3.14\nCMD worker & exec python app.py\nENTRYPOINT ["sh", "-c", "a & b & wait"]\n' },
    { text: "FROM nginx:1.30\nCMD [|service nginx start|]\n" },
    { text: 'FROM debian:13\nENTRYPOINT ["[|/etc/init.d/ssh", "start|]"]\n' },
    { text: "FROM debian:13\nCMD service cron start && tail -f /log\nRUN service a start\n" },
    {
      text: 'FROM debian:13\nCMD ["sh", "-c", "python app.py [|&|]"]\nONBUILD CMD systemctl status a\n',
      fixed: 'FROM debian:13\nCMD ["sh", "-c", "python app.py"]\nONBUILD CMD systemctl status a\n',
    },
  ],

  check(dockerfile, report) {
    for (const instruction of inSections(dockerfile, scriptInstructions)) {
      if (instruction.keyword !== "CMD" && instruction.keyword !== "ENTRYPOINT") continue;
      const scripts = shellScripts(instruction, shellOf(dockerfile, instruction));
      for (const script of scripts.flatMap((outer) => [outer, ...outer.nested])) {
        const ampersand = lastAmpersand(script);
        if (ampersand !== undefined) {
          report({
            range: script.rangeOf(ampersand, ampersand + 1),
            message: `"&" puts the program into the background, so the container ends at once. Remove it.`,
            fix: {
              title: "Remove the &",
              edits: [
                {
                  range: script.rangeOf(script.text.slice(0, ampersand).trimEnd().length, ampersand + 1),
                  newText: "",
                },
              ],
              unsafe: true,
            },
          });
        }
        const service = serviceAtEnd(script);
        if (service)
          report({
            range: service,
            message:
              "This starts a service in the background and ends, and the container with it. Start the program itself, in the foreground.",
          });
      }
    }
  },
};

function lastAmpersand({ ast, text }: ShellScript): number | undefined {
  const last = ast?.commands.at(-1);
  if (!last?.background) return undefined;
  const at = text.trimEnd().length - 1;
  return text[at] === "&" ? at : undefined;
}

function serviceAtEnd({ commands, nested }: ShellScript): Range | undefined {
  const last = commands.at(-1);
  if (!last || nested.length > 0 || last.operatorBefore === "|") return undefined;
  const { name = "", nameText, nameRange, words } = last;
  const values = words.map(({ value }) => value ?? "");
  const isScript = /^["']?\/etc\/init\.d\//.test(nameText);
  const verb = name === "service" ? values[1] : isScript || name === "systemctl" ? values[0] : undefined;
  if (verb !== "start" && verb !== "restart") return undefined;
  return { start: nameRange.start, end: words.at(-1)?.range.end ?? nameRange.end };
}
