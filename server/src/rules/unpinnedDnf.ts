import type { Rule } from "../lint/rule";
import { redHatPackages } from "../model/redHatCalls";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedDnf: Rule = {
  id: "unpinned-dnf",
  aliases: ["DL3041"],
  severity: "warning",
  category: "packages",
  summary: "`dnf` installs a package without a version.",
  rationale:
    "The build takes what the repositories hold on that day, so the same Dockerfile may give another image tomorrow. Write `name-version`; a pattern such as `name-1.2.*` lets security updates in.",
  examples: [
    { text: "FROM fedora:42\nRUN dnf install -y [|httpd|]\n" },
    { text: "FROM fedora:42\nRUN dnf install -y httpd-2.4.63\n" },
    {
      text: "FROM fedora:42\nRUN dnf -y --setopt=install_weak_deps=False install [|git|] [|python3-pip|] curl-8.* java-21-openjdk $MORE\n",
    },
    {
      text: 'FROM fedora:42\nRUN microdnf install [|git|] && dnf5 in -y [|make|] ./own.rpm @development "jq = 1.7"\n',
    },
    {
      text: "FROM fedora:42\nRUN dnf module install -y nodejs:22 [|postgresql|] && dnf module enable -y php\n",
    },
    {
      text: "FROM fedora:42\nRUN dnf upgrade -y && dnf install -y 'dnf-command(copr)' && dnf copr enable -y a/b\n",
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name, call } of unpinnedPackages(instruction, shell, "dnf", redHatPackages)) {
      const separator = call.action === "module" ? ":" : "-";
      report({
        range: word.range,
        message: `"${name}" has no version, so each build may install another one. Write ${name}${separator}<version>.`,
      });
    }
  },
};
