import type { Rule } from "../lint/rule";
import { appendedCommand } from "../model/appendedCommand";
import { type CacheHabit, leftCaches } from "../model/leftCaches";
import { redHatAction } from "../model/redHatCalls";

export const yumCacheLeft: Rule = {
  id: "yum-cache-left",
  aliases: ["DL3032"],
  severity: "warning",
  category: "packages",
  summary: "`yum` leaves what it fetched in the image.",
  rationale:
    "What the package manager fetched stays in the layer: megabytes that the program never reads. A later RUN cannot take it out again, so empty the cache in the same RUN, or keep it in a cache mount.",
  examples: [
    {
      text: "FROM centos:7\nRUN [|yum install|] -y httpd\n",
      fixed: "FROM centos:7\nRUN yum install -y httpd && yum clean all\n",
    },
    { text: "FROM centos:7\nRUN yum install -y httpd && yum clean all\n" },
    {
      text: "FROM centos:7\nRUN yum -y install a && rm -rf /var/cache/yum\nRUN --mount=type=cache,target=/var/cache/yum yum -y install b\n",
    },
    {
      text: "FROM centos:7\nRUN yum install -y a && \\\n    yum clean all && \\\n    [|yum update|] -y && make\n",
      fixed:
        "FROM centos:7\nRUN yum install -y a && \\\n    yum clean all && \\\n    yum update -y && make && \\\n    yum clean all\n",
    },
    { text: "FROM centos:7 AS build\nRUN yum install -y a\nFROM scratch\nCOPY --from=build /a /a\n" },
    { text: 'FROM centos:7\nRUN ["[|yum", "install|]", "-y", "a"]\nRUN yum info a\n' },
  ],

  check(dockerfile, report) {
    for (const { instruction, shell, calls } of leftCaches(dockerfile, habit)) {
      const last = calls.at(-1) ?? calls[0];
      const { command, actionWord } = last;
      const emptying = "yum clean all";
      const edit = appendedCommand(dockerfile, instruction, shell, emptying);
      report({
        range: { start: command.nameRange.start, end: (actionWord ?? command).range.end },
        message: `What yum fetched stays in the image. End this RUN with "${emptying}".`,
        fix: edit && { title: "Empty the cache in this RUN", edits: [edit] },
        // The peer looks at installations alone.
        ...(!redHatAction(last).endsWith("install") && { aliases: [] }),
      });
    }
  },
};

const ACTIONS = new Set([
  ...["install", "localinstall", "groupinstall", "reinstall", "update", "upgrade", "makecache"],
]);

const habit: CacheHabit = {
  manager: "yum",
  fills: (call) => ACTIONS.has(redHatAction(call)),
  empties: ({ action = "" }) => action === "clean",
  emptiedBy: ["yum", "dnf"],
  folders: ["/var/cache/yum", "/var/cache/dnf"],
};
