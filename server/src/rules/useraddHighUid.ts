import type { Rule } from "../lint/rule";
import { commandLine, findOption } from "../model/commandLine";
import { insertedWord } from "../model/insertedWord";
import { runCommands } from "../model/runCommands";

export const useraddHighUid: Rule = {
  id: "useradd-high-uid",
  aliases: ["DL3046"],
  severity: "warning",
  category: "shell",
  summary: "`useradd` with a high user id makes the image huge.",
  rationale:
    "Its log of logins has a place for every user id up to the highest, so the file grows to gigabytes of nothing, which the image then stores. `-l` leaves the log alone; in an image nobody logs in.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|useradd -u 123456|] app\n",
      fixed: "FROM debian:13\nRUN useradd -l -u 123456 app\n",
    },
    { text: "FROM debian:13\nRUN useradd -l -u 123456 app\n" },
    {
      text: "FROM debian:13\nRUN useradd -u 10001 a; useradd --no-log-init --uid=999999 b; useradd -u $ID c; useradd -mlu 999999 d\n",
    },
    {
      text: 'FROM debian:13\nRUN [|useradd -m --uid=100000|] -g 5 app\nRUN ["[|useradd", "-mou", "123456|]", "a"]\n',
      fixed:
        'FROM debian:13\nRUN useradd -l -m --uid=100000 -g 5 app\nRUN ["useradd", "-l", "-mou", "123456", "a"]\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const command of runCommands(instruction, shell)) {
      if (command.name !== "useradd") continue;
      const line = commandLine(command, { optionsWithValue });
      const id = findOption(line, "-u", "--uid");
      const isHigh = /^\d+$/.test(id?.value ?? "") && Number(id?.value) > HIGHEST_HARMLESS;
      if (!id?.valueWord || !isHigh || findOption(line, "-l", "--no-log-init")) continue;
      report({
        range: { start: command.nameRange.start, end: id.valueWord.range.end },
        message: `The user id ${id.value} is so high that useradd writes a log of gigabytes. Add -l.`,
        fix: { title: "Add -l", edits: [insertedWord(command, { range: command.nameRange }, "-l")] },
      });
    }
  },
};

/** With five digits the log takes less than 30 MB. */
const HIGHEST_HARMLESS = 99_999;

const optionsWithValue = new Set([
  ...["-b", "--base-dir", "-c", "--comment", "-d", "--home-dir", "-e", "--expiredate", "-f", "--inactive"],
  ...["-g", "--gid", "-G", "--groups", "-k", "--skel", "-K", "--key", "-p", "--password", "-P", "--prefix"],
  ...["-R", "--root", "-s", "--shell", "-u", "--uid", "-Z", "--selinux-user"],
]);
