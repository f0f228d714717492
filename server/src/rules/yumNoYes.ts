import type { Rule } from "../lint/rule";
import { insertedWord } from "../model/insertedWord";
import type { PackageCommand } from "../model/packageCommands";
import { unansweredCalls } from "../model/unansweredCalls";

export const yumNoYes: Rule = {
  id: "yum-no-yes",
  aliases: ["DL3030"],
  severity: "warning",
  category: "packages",
  summary: "`yum` would ask whether to go on, and nobody is there to answer.",
  rationale: "A build has no keyboard: yum takes the silence for a no and stops the build. `-y` says yes.",
  examples: [
    {
      text: "FROM centos:7\nRUN [|yum install|] httpd\n",
      fixed: "FROM centos:7\nRUN yum install -y httpd\n",
    },
    { text: "FROM centos:7\nRUN yum install -y httpd\n" },
    {
      text: "FROM centos:7\nRUN yum -qy install a && yum install --assumeyes b && yum --setopt=assumeyes=1 install c && yum clean all\n",
    },
    {
      text: 'FROM centos:7\nRUN ["[|yum", "install|]", "httpd"]\nRUN yes | yum install a; [|yum update|]\n',
      fixed: 'FROM centos:7\nRUN ["yum", "install", "-y", "httpd"]\nRUN yes | yum install a; yum update -y\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { command, action = "", actionWord } of unansweredCalls(instruction, shell, "yum", asks)) {
      if (!actionWord) continue;
      report({
        range: { start: command.nameRange.start, end: actionWord.range.end },
        message: `"yum ${action}" asks whether to go on, and a build cannot answer. Add -y.`,
        fix: { title: "Add -y", edits: [insertedWord(command, actionWord, "-y")] },
        // The peer looks at installations alone.
        ...(!action.endsWith("install") && { aliases: [] }),
      });
    }
  },
};

const actions = new Set([
  ...["install", "localinstall", "groupinstall", "reinstall", "update", "upgrade", "downgrade"],
  ...["remove", "erase", "autoremove", "groupremove", "swap"],
]);

function asks({ action = "", options }: PackageCommand): boolean {
  const isAnswered = options.some(
    ({ name, value }) =>
      ["-y", "--assumeyes", "--assumeno", "--downloadonly"].includes(name) || value?.startsWith("assumeyes"),
  );
  return actions.has(action) && !isAnswered;
}
