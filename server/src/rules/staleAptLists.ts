import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
import { type PackageCommand, packageCommands } from "../model/packageCommands";
import { runInstructions } from "../model/runInstructions";
import { runsCalling } from "../model/runsCalling";
import { shellOf } from "../model/shellOf";

export const staleAptLists: Rule = {
  id: "stale-apt-lists",
  aliases: [],
  severity: "warning",
  category: "packages",
  summary: "`apt-get update` and the installation stand in different RUN lines.",
  rationale:
    "The builder keeps what a RUN made for as long as its text stays the same. When you add a package later, the old update is taken from the cache, and the installation asks for versions that the archive no longer has. In one RUN both are done anew together.",
  examples: [
    { text: "FROM debian:13\nRUN [|apt-get update|]\nRUN apt-get install -y curl\n" },
    { text: "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n" },
    {
      text: "FROM debian:13\nRUN apt-get update\nRUN apt-get update && apt-get install -y curl\nRUN apt-get install -y git\n",
    },
    { text: "FROM debian:13 AS a\nRUN apt-get update\nFROM debian:13\nRUN apt-get install -y curl\n" },
    {
      text: "FROM debian:13\nRUN [|apt update|] -y\nENV A=1\nRUN make && apt install -y git\nRUN apt install vim\n",
    },
    {
      text: "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN --mount=type=cache,target=/var/lib/apt apt-get install -y a\n",
    },
  ],

  check(dockerfile, report) {
    if (runsCalling(dockerfile, "apt").length < 2) return;
    for (const { instructions } of dockerfile.stages) {
      let alone: PackageCommand | undefined;
      for (const instruction of runInstructions(instructions)) {
        const calls = packageCommands(instruction, shellOf(dockerfile, instruction), "apt");
        const update = calls.find(({ action }) => action === "update");
        const install = calls.find(({ action }) => action === "install");
        if (update) alone = install || hasMount(instruction) ? undefined : update;
        else if (install && alone) {
          const { command, actionWord } = alone;
          report({
            range: { start: command.nameRange.start, end: (actionWord ?? command).range.end },
            message: `The builder keeps the result of this RUN, so the installation in line ${install.command.range.start.line + 1} will work with old lists. Put both into one RUN, joined with &&.`,
            related: [{ range: install.command.range, message: "Packages are installed here." }],
          });
          alone = undefined;
        }
      }
    }
  },
};

function hasMount(instruction: Instruction): boolean {
  return mountsOf(instruction).some(({ options }) =>
    options.some(({ value }) => value?.startsWith("/var/lib/apt")),
  );
}
