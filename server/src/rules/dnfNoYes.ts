import type { Rule } from "../lint/rule";
import { isSetInFile } from "../model/fileSetting";
import { insertedWord } from "../model/insertedWord";
import { assumeYesInFile, redHatAsks } from "../model/redHatCalls";
import { runInstructions } from "../model/runInstructions";
import { shellOf } from "../model/shellOf";
import { unansweredCalls } from "../model/unansweredCalls";

export const dnfNoYes: Rule = {
  id: "dnf-no-yes",
  aliases: ["DL3038"],
  severity: "warning",
  category: "packages",
  summary: "`dnf` would ask whether to go on, and nobody is there to answer.",
  rationale:
    "A build has no keyboard: dnf takes the silence for a no and stops the build. `-y` says yes. Only microdnf never asks.",
  examples: [
    {
      text: "FROM fedora:42\nRUN [|dnf install|] httpd\n",
      fixed: "FROM fedora:42\nRUN dnf install -y httpd\n",
    },
    { text: "FROM fedora:42\nRUN dnf install -y httpd && microdnf install git\n" },
    {
      text: "FROM fedora:42\nRUN dnf -qy install a && dnf5 install --assumeyes b && dnf --setopt=assumeyes=True install c && dnf clean all\n",
    },
    {
      text: 'FROM fedora:42\nRUN ["[|dnf", "install|]", "httpd"]\nRUN yes | dnf install a; sudo [|dnf5 upgrade|]; [|dnf module|] install a:1\n',
      fixed:
        'FROM fedora:42\nRUN ["dnf", "install", "-y", "httpd"]\nRUN yes | dnf install a; sudo dnf5 upgrade -y; dnf module -y install a:1\n',
    },
    {
      text: "FROM fedora:42\nRUN [|dnf install|] a\nRUN echo assumeyes=1 >> /etc/dnf.conf\nRUN dnf install b\n",
      fixed:
        "FROM fedora:42\nRUN dnf install -y a\nRUN echo assumeyes=1 >> /etc/dnf.conf\nRUN dnf install b\n",
    },
  ],

  check(dockerfile, report) {
    const isAnswered = isSetInFile(dockerfile, assumeYesInFile);
    for (const instruction of runInstructions(dockerfile.instructions)) {
      if (isAnswered(instruction)) continue;
      const shell = shellOf(dockerfile, instruction);
      for (const { command, action = "", actionWord } of unansweredCalls(
        instruction,
        shell,
        "dnf",
        redHatAsks,
      )) {
        if (!actionWord) continue;
        report({
          range: { start: command.nameRange.start, end: actionWord.range.end },
          message: `"${command.name} ${action}" asks whether to go on, and a build cannot answer. Add -y.`,
          fix: { title: "Add -y", edits: [insertedWord(command, actionWord, "-y")] },
          // The peer looks at installations alone.
          ...(!action.endsWith("install") && { aliases: [] }),
        });
      }
    }
  },
};
