import type { Rule } from "../lint/rule";
import { insertedWord } from "../model/insertedWord";
import type { PackageCommand } from "../model/packageCommands";
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
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { command, action = "", actionWord } of unansweredCalls(instruction, shell, "dnf", asks)) {
      if (!actionWord) continue;
      report({
        range: { start: command.nameRange.start, end: actionWord.range.end },
        message: `"${command.name} ${action}" asks whether to go on, and a build cannot answer. Add -y.`,
        fix: { title: "Add -y", edits: [insertedWord(command, actionWord, "-y")] },
        // The peer looks at installations alone.
        ...(!action.endsWith("install") && { aliases: [] }),
      });
    }
  },
};

const actions = new Set([
  ...["install", "in", "localinstall", "groupinstall", "reinstall", "update", "upgrade", "up", "downgrade"],
  ...["remove", "rm", "erase", "autoremove", "distro-sync", "swap", "builddep", "system-upgrade"],
]);

/** `dnf module install`, `dnf group install`. */
const ACTIONS_INSIDE = new Set(["module", "group"]);

function asks({ command, action = "", operands, options }: PackageCommand): boolean {
  // It has `-y` for those who are used to it, and no question to answer:
  // https://github.com/rpm-software-management/microdnf
  if (command.name === "microdnf") return false;
  const isAnswered = options.some(
    ({ name, value }) =>
      ["-y", "--assumeyes", "--assumeno", "--downloadonly"].includes(name) || value?.startsWith("assumeyes"),
  );
  const inner = ACTIONS_INSIDE.has(action) ? operands[0]?.value : action;
  return actions.has(inner ?? "") && !isAnswered;
}
