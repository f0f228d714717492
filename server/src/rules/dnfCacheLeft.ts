import type { Rule } from "../lint/rule";
import { appendedCommand } from "../model/appendedCommand";
import { type CacheHabit, leftCaches } from "../model/leftCaches";
import { redHatAction } from "../model/redHatCalls";

export const dnfCacheLeft: Rule = {
  id: "dnf-cache-left",
  aliases: ["DL3040"],
  severity: "warning",
  category: "packages",
  summary: "`dnf` leaves what it fetched in the image.",
  rationale:
    "What the package manager fetched stays in the layer: megabytes that the program never reads. A later RUN cannot take it out again, so empty the cache in the same RUN, or keep it in a cache mount.",
  examples: [
    {
      text: "FROM fedora:42\nRUN [|dnf install|] -y httpd\n",
      fixed: "FROM fedora:42\nRUN dnf install -y httpd && dnf clean all\n",
    },
    { text: "FROM fedora:42\nRUN dnf install -y httpd && dnf clean all\n" },
    {
      text: "FROM fedora:42\nRUN dnf -y install a && rm -rf /var/cache/dnf\nRUN --mount=type=cache,target=/var/cache/dnf dnf -y install b\n",
    },
    {
      text: "FROM fedora:42\nRUN dnf install -y a && \\\n    dnf clean all && \\\n    [|dnf update|] -y && make\n",
      fixed:
        "FROM fedora:42\nRUN dnf install -y a && \\\n    dnf clean all && \\\n    dnf update -y && make && \\\n    dnf clean all\n",
    },
    { text: "FROM fedora:42 AS build\nRUN dnf install -y a\nFROM scratch\nCOPY --from=build /a /a\n" },
    {
      text: "FROM fedora:42\nRUN [|microdnf install|] a\nRUN [|dnf module|] install -y b:1\nRUN dnf module enable c:1\n",
      fixed:
        "FROM fedora:42\nRUN microdnf install a && microdnf clean all\nRUN dnf module install -y b:1 && dnf clean all\nRUN dnf module enable c:1\n",
    },
  ],

  check(dockerfile, report) {
    for (const { instruction, shell, calls } of leftCaches(dockerfile, habit)) {
      const last = calls.at(-1) ?? calls[0];
      const { command, actionWord } = last;
      const emptying = `${command.name} clean all`;
      const edit = appendedCommand(dockerfile, instruction, shell, emptying);
      report({
        range: { start: command.nameRange.start, end: (actionWord ?? command).range.end },
        message: `What dnf fetched stays in the image. End this RUN with "${emptying}".`,
        fix: edit && { title: "Empty the cache in this RUN", edits: [edit] },
        // The peer looks at installations alone.
        ...(!/install$|^in$/.test(redHatAction(last)) && { aliases: [] }),
      });
    }
  },
};

const ACTIONS = new Set([
  ...["install", "in", "localinstall", "groupinstall", "reinstall", "update", "upgrade", "up", "makecache"],
]);

const habit: CacheHabit = {
  manager: "dnf",
  fills: (call) => ACTIONS.has(redHatAction(call)),
  empties: ({ action = "" }) => action === "clean",
  emptiedBy: ["dnf", "yum"],
  folders: ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum"],
};
