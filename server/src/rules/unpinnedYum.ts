import type { Rule } from "../lint/rule";
import { redHatPackages } from "../model/redHatCalls";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedYum: Rule = {
  id: "unpinned-yum",
  aliases: ["DL3033"],
  severity: "warning",
  category: "packages",
  summary: "`yum` installs a package without a version.",
  rationale:
    "The build takes what the repositories hold on that day, so the same Dockerfile may give another image tomorrow. Write `name-version`; a pattern such as `name-1.2.*` lets security updates in.",
  examples: [
    { text: "FROM centos:7\nRUN yum install -y [|httpd|]\n" },
    { text: "FROM centos:7\nRUN yum install -y httpd-2.4.6\n" },
    {
      text: "FROM centos:7\nRUN yum -y install --enablerepo epel [|git|] [|python3-pip|] curl-7.29.* java-1.8.0-openjdk-devel $MORE\n",
    },
    {
      text: 'FROM centos:7\nRUN yum install -y ./own.rpm https://example.com/a.rpm /usr/bin/make @development "vim-$V"\n',
    },
    { text: "FROM centos:7\nRUN yum update -y && yum groupinstall -y Development && yum remove -y git\n" },
    {
      text: 'FROM centos:7\nRUN yum reinstall -y glibc && yum -y localinstall [|httpd|] && yum module install -y php:7.2 [|nodejs|]\nONBUILD RUN ["yum", "install", "[|git|]"]\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name, call } of unpinnedPackages(instruction, shell, "yum", redHatPackages)) {
      const separator = call.action === "module" ? ":" : "-";
      report({
        range: word.range,
        message: `"${name}" has no version, so each build may install another one. Write ${name}${separator}<version>.`,
      });
    }
  },
};
