import type { Rule } from "../lint/rule";
import { isSetInFile } from "../model/fileSetting";
import { insertedWord } from "../model/insertedWord";
import { type PackageCommand, packageCommands } from "../model/packageCommands";
import { runsCalling } from "../model/runsCalling";
import { shellOf } from "../model/shellOf";
import { hasOptionsInVariable } from "../model/unansweredCalls";

export const aptRecommends: Rule = {
  id: "apt-recommends",
  aliases: ["DL3015"],
  severity: "information",
  category: "packages",
  summary: "`apt-get install` also brings packages that are only recommended.",
  rationale:
    "Recommended packages make a desktop comfortable; in an image they are mostly dead weight and more to keep secure. `--no-install-recommends` leaves them out; name those that you do need.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|apt-get install|] -y curl\n",
      fixed: "FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n",
    },
    { text: "FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n" },
    {
      text: "FROM debian:13\nRUN apt-get -y --no-install-recommends install a && apt-get install --install-recommends b\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get -o APT::Install-Recommends=0 install a && apt-get install $OPTIONS b && apt-get upgrade\n",
    },
    {
      text: "FROM debian:13\nRUN [|apt-get install|] a\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/90x && apt-get install a\nFROM debian:13\nCOPY apt.conf /etc/apt/apt.conf.d/90\nRUN apt-get install a\n",
      fixed:
        "FROM debian:13\nRUN apt-get install --no-install-recommends a\nRUN echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/90x && apt-get install a\nFROM debian:13\nCOPY apt.conf /etc/apt/apt.conf.d/90\nRUN apt-get install a\n",
    },
    {
      text: 'FROM debian:13\nRUN ["[|apt-get", "-y", "install|]", "curl"]\nRUN [|apt install|] \\\n  -y \\\n  git\n',
      fixed:
        'FROM debian:13\nRUN ["apt-get", "-y", "install", "--no-install-recommends", "curl"]\nRUN apt install \\\n  -y --no-install-recommends \\\n  git\n',
    },
  ],

  check(dockerfile, report) {
    const isDecided = isSetInFile(dockerfile, SETTING);
    for (const instruction of runsCalling(dockerfile, "apt")) {
      const calls = packageCommands(instruction, shellOf(dockerfile, instruction), "apt");
      if (calls.length === 0 || isDecided(instruction)) continue;
      for (const call of calls) {
        const { command, actionWord } = call;
        if (!actionWord || !bringsRecommended(call)) continue;
        const next = command.words[command.words.indexOf(actionWord) + 1];
        const after = next?.value === "-y" ? next : actionWord;
        report({
          range: { start: command.nameRange.start, end: actionWord.range.end },
          message: `"${command.name} install" also brings what is only recommended. Add --no-install-recommends.`,
          fix: {
            title: "Add --no-install-recommends",
            edits: [insertedWord(command, after, "--no-install-recommends")],
          },
        });
      }
    }
  },
};

const SETTING = { file: /apt\.conf/, setting: /Install-Recommends/ };

function bringsRecommended(call: PackageCommand): boolean {
  const isChosen = call.options.some(
    ({ name, value }) => name.endsWith("install-recommends") || value?.includes("Install-Recommends"),
  );
  return call.action === "install" && !isChosen && !hasOptionsInVariable(call.command);
}
