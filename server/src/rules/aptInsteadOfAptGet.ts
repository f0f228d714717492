import type { Fix, Rule } from "../lint/rule";
import type { PackageCommand } from "../model/packageCommands";
import { packageCommands } from "../model/packageCommands";

export const aptInsteadOfAptGet: Rule = {
  id: "apt-instead-of-apt-get",
  aliases: ["DL3027"],
  severity: "warning",
  category: "packages",
  summary: "RUN calls apt, which is made for people at a terminal.",
  rationale:
    "What `apt` prints and how it behaves may change with any release; it says so itself in each build. `apt-get` and `apt-cache` do the same and stay as they are.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|apt|] update\n",
      fixed: "FROM debian:13\nRUN apt-get update\n",
    },
    { text: "FROM debian:13\nRUN apt-get update && apt-cache policy curl\n" },
    {
      text: "FROM debian:13\nRUN [|apt|] update && sudo [|/usr/bin/apt|] -y full-upgrade\n",
      fixed: "FROM debian:13\nRUN apt-get update && sudo /usr/bin/apt-get -y dist-upgrade\n",
    },
    {
      text: 'FROM debian:13\nRUN ["[|apt|]", "show", "curl"]\n',
      fixed: 'FROM debian:13\nRUN ["apt-cache", "show", "curl"]\n',
    },
    { text: "FROM debian:13\nRUN [|apt|] list --installed && [|apt|]\n" },
    {
      text: "FROM debian:13\nRUN <<EOF\n[|apt|] purge curl\nEOF\n",
      fixed: "FROM debian:13\nRUN <<EOF\napt-get purge curl\nEOF\n",
    },
    { text: "FROM debian:13\nRUN echo apt install && rm -rf /var/lib/apt/lists/*\nCMD apt update\n" },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const call of packageCommands(instruction, shell, "apt")) {
      if (call.command.name !== "apt") continue;
      const instead = call.action === undefined ? undefined : insteadOf.get(call.action);
      report({
        range: call.command.nameRange,
        message: `"apt" is made for people at a terminal and may change. ${instead?.advice ?? "Use apt-get or apt-cache."}`,
        fix: instead && fixFor(call, instead),
      });
    }
  },
};

interface Instead {
  readonly program: "apt-get" | "apt-cache";
  readonly action: string;
  readonly advice: string;
}

const aptGet = [
  ...["update", "upgrade", "dist-upgrade", "install", "reinstall", "remove", "purge", "autoremove"],
  ...["autopurge", "autoclean", "clean", "build-dep", "source", "download", "changelog", "satisfy"],
];
const aptCache = ["search", "show", "policy", "depends", "rdepends", "madison", "showsrc"];

/** What does the same, by what apt is to do. `list` and `edit-sources` exist with apt alone. */
const insteadOf: ReadonlyMap<string, Instead> = new Map([
  ...aptGet.map((action) => instead("apt-get", action)),
  ...aptCache.map((action) => instead("apt-cache", action)),
  instead("apt-get", "dist-upgrade", "full-upgrade"),
]);

function instead(program: Instead["program"], action: string, written = action): [string, Instead] {
  return [written, { program, action, advice: `Use ${program} ${action}.` }];
}

/** A folder before the program stays. */
function fixFor(
  { command: { nameRange, nameText }, actionWord }: PackageCommand,
  { program, action }: Instead,
): Fix | undefined {
  const { start, end } = nameRange;
  if (!nameText.endsWith("apt") || start.line !== end.line) return undefined;
  const nameStart = { line: end.line, character: end.character - "apt".length };
  return {
    title: `Use ${program}`,
    edits: [
      { range: { start: nameStart, end }, newText: program },
      ...(actionWord && actionWord.value !== action ? [{ range: actionWord.range, newText: action }] : []),
    ],
  };
}
