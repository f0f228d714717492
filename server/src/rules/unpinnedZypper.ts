import type { Rule } from "../lint/rule";
import { findOption } from "../model/commandLine";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedZypper: Rule = {
  id: "unpinned-zypper",
  aliases: ["DL3037"],
  severity: "warning",
  category: "packages",
  summary: "`zypper` installs a package without a version.",
  rationale:
    "The build takes what the repositories hold on that day, so the same Dockerfile may give another image tomorrow. Write `name=version`; `name>=version` sets a lower bound.",
  examples: [
    { text: "FROM opensuse/leap:15.6\nRUN zypper install -y [|httpd|]\n" },
    { text: "FROM opensuse/leap:15.6\nRUN zypper install -y apache2=2.4.58\n" },
    {
      text: "FROM opensuse/leap:15.6\nRUN zypper -n in --no-recommends [|git|] 'curl>8' \"jq<=1.7\" $MORE ./own.rpm https://example.com/a.rpm\n",
    },
    {
      text: "FROM opensuse/leap:15.6\nRUN zypper in -t pattern devel_basis && zypper -n in pattern:devel_basis\n",
    },
    {
      text: "FROM opensuse/leap:15.6\nRUN zypper rm -y git && zypper --non-interactive update\nONBUILD RUN sudo zypper -n install [|git|]\n",
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name, hint } of unpinnedPackages(instruction, shell, "zypper", named)) {
      report({
        range: word.range,
        message: `"${name}" has no version, so each build may install another one. Write ${name}=<version>.${hint}`,
      });
    }
  },
};

function named(call: PackageCommand): readonly ShellWord[] {
  // Patterns and the like are lists of packages and have no version to choose.
  const type = findOption(call, "-t", "--type");
  if (type && type.value !== "package") return [];
  return call.action === "install" || call.action === "in" ? call.operands : [];
}
