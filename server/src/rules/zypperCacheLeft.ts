import type { Rule } from "../lint/rule";
import { appendedCommand } from "../model/appendedCommand";
import { type CacheHabit, leftCaches } from "../model/leftCaches";

export const zypperCacheLeft: Rule = {
  id: "zypper-cache-left",
  aliases: ["DL3036"],
  severity: "warning",
  category: "packages",
  summary: "`zypper` leaves what it fetched in the image.",
  rationale:
    "What the package manager fetched stays in the layer: megabytes that the program never reads. A later RUN cannot take it out again, so empty the cache in the same RUN, or keep it in a cache mount.",
  examples: [
    {
      text: "FROM opensuse/leap:15.6\nRUN [|zypper install|] -y httpd\n",
      fixed: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd && zypper clean --all\n",
    },
    { text: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd && zypper clean --all\n" },
    {
      text: "FROM opensuse/leap:15.6\nRUN zypper -y install a && rm -rf /var/cache/zypp\nRUN --mount=type=cache,target=/var/cache/zypp zypper -y install b\n",
    },
    {
      text: "FROM opensuse/leap:15.6\nRUN zypper install -y a && \\\n    zypper clean --all && \\\n    [|zypper update|] -y && make\n",
      fixed:
        "FROM opensuse/leap:15.6\nRUN zypper install -y a && \\\n    zypper clean --all && \\\n    zypper update -y && make && \\\n    zypper clean --all\n",
    },
    {
      text: "FROM opensuse/leap:15.6 AS build\nRUN zypper install -y a\nFROM scratch\nCOPY --from=build /a /a\n",
    },
    { text: "FROM opensuse/leap:15.6\nRUN zypper -n in a && zypper cc -a && zypper rm b\n" },
  ],

  check(dockerfile, report) {
    for (const { instruction, shell, calls } of leftCaches(dockerfile, habit)) {
      const { command, action = "", actionWord } = calls.at(-1) ?? calls[0];
      const emptying = "zypper clean --all";
      const edit = appendedCommand(dockerfile, instruction, shell, emptying);
      report({
        range: { start: command.nameRange.start, end: (actionWord ?? command).range.end },
        message: `What zypper fetched stays in the image. End this RUN with "${emptying}".`,
        fix: edit && { title: "Empty the cache in this RUN", edits: [edit] },
        // The peer looks at installations alone.
        ...(!/^in(stall)?$/.test(action) && { aliases: [] }),
      });
    }
  },
};

const ACTIONS = new Set([
  ...["install", "in", "update", "up", "patch", "dist-upgrade", "dup", "refresh", "ref"],
]);

const habit: CacheHabit = {
  manager: "zypper",
  fills: ({ action = "" }) => ACTIONS.has(action),
  empties: ({ action = "" }) => action === "clean" || action === "cc",
  emptiedBy: ["zypper"],
  folders: ["/var/cache/zypp"],
};
