import type { Rule } from "../lint/rule";
import { type Questions, unansweredProblems } from "../lint/unansweredProblems";
import type { PackageCommand } from "../model/packageCommands";

export const zypperNoYes: Rule = {
  id: "zypper-no-yes",
  aliases: ["DL3034"],
  severity: "warning",
  category: "packages",
  summary: "`zypper` would ask whether to go on, and nobody is there to answer.",
  rationale:
    "A build has no keyboard: zypper takes the silence for a no and stops the build. `-y` says yes, and `zypper -n` answers every other question too.",
  examples: [
    {
      text: "FROM opensuse/leap:15.6\nRUN [|zypper install|] httpd\n",
      fixed: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd\n",
    },
    { text: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd\n" },
    {
      text: "FROM opensuse/leap:15.6\nRUN zypper -n in a && zypper --non-interactive rm b && zypper in --no-confirm c && zypper ref\n",
    },
    {
      text: 'FROM opensuse/leap:15.6\nRUN ["[|zypper", "rm|]", "httpd"]\nRUN yes | zypper in a; [|zypper in|] -n b\n',
      fixed:
        'FROM opensuse/leap:15.6\nRUN ["zypper", "rm", "-y", "httpd"]\nRUN yes | zypper in a; zypper in -y -n b\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const problem of unansweredProblems(instruction, shell, questions)) report(problem);
  },
};

const questions: Questions = { manager: "zypper", asks, knownToPeer: (action) => asksForPeer.has(action) };

/** Those that hadolint looks at. */
const asksForPeer = new Set(["install", "in", "remove", "rm", "source-install", "si", "patch"]);

const actions = new Set([
  ...asksForPeer,
  ...["update", "up", "dist-upgrade", "dup", "verify", "ve", "install-new-recommends", "inr"],
]);

function asks({ action = "", actionWord, options }: PackageCommand): boolean {
  const isAnswered = options.some(
    ({ name, word }) =>
      ["-y", "--no-confirm", "--non-interactive", "-D", "--dry-run"].includes(name) ||
      // Behind `install` it means something else.
      (name === "-n" && word.start < (actionWord?.start ?? 0)),
  );
  return actions.has(action) && !isAnswered;
}
