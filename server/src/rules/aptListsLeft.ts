import type { Rule } from "../lint/rule";
import { appendedCommand } from "../model/appendedCommand";
import { leftCaches } from "../model/leftCaches";
import { runCommands } from "../model/runCommands";

export const aptListsLeft: Rule = {
  id: "apt-lists-left",
  aliases: ["DL3009"],
  severity: "information",
  category: "packages",
  summary: "The lists of packages that `apt-get update` fetches stay in the image.",
  rationale:
    "They take tens of megabytes, are of no use to the program and grow old. A layer keeps whatever is there when its RUN ends, so delete them in the same RUN, or keep them in a cache mount. Stages that only build something need not care.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|apt-get update|] && apt-get install -y curl\n",
      fixed: "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      text: "FROM debian:13\nRUN [|apt-get -qq update|] \\\n  && apt-get install -y \\\n    curl\nRUN rm -rf /var/lib/apt/lists/*\n",
      fixed:
        "FROM debian:13\nRUN apt-get -qq update \\\n  && apt-get install -y \\\n    curl \\\n  && rm -rf /var/lib/apt/lists/*\nRUN rm -rf /var/lib/apt/lists/*\n",
    },
    {
      text: "FROM debian:13\nRUN set -eux; \\\n    [|apt update|]; \\\n    apt install -y curl\n",
      fixed:
        "FROM debian:13\nRUN set -eux; \\\n    apt update; \\\n    apt install -y curl; \\\n    rm -rf /var/lib/apt/lists/*\n",
    },
    {
      text: 'FROM debian:13\nRUN <<EOF\n  [|apt-get update|]\n  make\nEOF\nRUN ["bash", "-c", "[|apt-get update|]"]\nRUN ["[|apt-get", "update|]"]\n',
      fixed:
        'FROM debian:13\nRUN <<EOF\n  apt-get update\n  make\n  rm -rf /var/lib/apt/lists/*\nEOF\nRUN ["bash", "-c", "apt-get update"]\nRUN ["apt-get", "update"]\n',
    },
    {
      text: "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get update; rm -r /var/lib/apt\nRUN apt-get update; rm -rf /var/{log,lib/apt/lists}/*; find /tmp\nRUN apt-get update; find /var/lib/apt/lists -type f -delete\nRUN apt-get update; apt-get dist-clean\n",
    },
    { text: "FROM debian:13 AS build\nRUN apt-get update\nFROM debian:13\nCOPY --from=build /a /a\n" },
    {
      text: "FROM debian:13 AS base\nRUN rm -rf /var/lib/apt/lists/* && [|apt-get update|] & wait &\nFROM base\nRUN apt-get install -y curl\n",
    },
    {
      text: "FROM debian:13\nONBUILD RUN sudo [|apt-get update|] # fresh\n",
    },
  ],

  check(dockerfile, report) {
    const habit = {
      manager: "apt",
      fills: ({ action }: { action: string | undefined }) => action === "update",
      empties: ({ action = "" }: { action: string | undefined }) =>
        action === "distclean" || action === "dist-clean",
      emptiedBy: ["apt"],
      folders: ["/var/lib/apt/lists"],
    } as const;
    for (const { instruction, shell, calls } of leftCaches(dockerfile, habit)) {
      const { command, actionWord } = calls.at(-1) ?? calls[0];
      // A RUN below may live on the lists of one that does nothing but fetch them.
      const isAlone = runCommands(instruction, shell).length === calls.length;
      const edit = isAlone
        ? undefined
        : appendedCommand(dockerfile, instruction, shell, "rm -rf /var/lib/apt/lists/*");
      report({
        range: { start: command.nameRange.start, end: (actionWord ?? command).range.end },
        message: isAlone
          ? "The lists of packages stay in the image. Install in this same RUN, and end it with rm -rf /var/lib/apt/lists/*."
          : "The lists of packages stay in the image. End this RUN with rm -rf /var/lib/apt/lists/*, or mount a cache there.",
        fix: edit && { title: "Delete the lists in this RUN", edits: [edit] },
      });
    }
  },
};
