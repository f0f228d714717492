import type { Rule } from "../lint/rule";
import { packageCommands } from "../model/packageCommands";

export const zypperDistUpgrade: Rule = {
  id: "zypper-dist-upgrade",
  aliases: ["DL3035"],
  severity: "warning",
  category: "packages",
  summary: "`zypper dist-upgrade` turns the base image into another release.",
  rationale:
    "It replaces most of the base image with what the repositories hold on that day: the image grows by all of it, and nobody has tested the mixture. Choose a newer base image instead.",
  examples: [
    { text: "FROM opensuse/leap:15.6\nRUN [|zypper dist-upgrade|]\n" },
    { text: "FROM opensuse/leap:15.6\nRUN zypper -n update && zypper -n patch\n" },
    {
      text: 'FROM opensuse/leap:15.6\nRUN [|zypper -n dup|] --no-recommends; sudo [|/usr/bin/zypper dup|]\nRUN ["[|zypper", "dup|]"]\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { command, action, actionWord } of packageCommands(instruction, shell, "zypper")) {
      if (!actionWord || (action !== "dist-upgrade" && action !== "dup")) continue;
      report({
        range: { start: command.nameRange.start, end: actionWord.range.end },
        message: `"zypper ${action}" replaces most of the base image. Remove it and name a newer image in FROM.`,
      });
    }
  },
};
