import { baseFacts } from "../grammar/baseImages";
import type { Rule } from "../lint/rule";
import { insertedWord } from "../model/insertedWord";
import { mentions } from "../model/mentions";
import { oncePerShell } from "../model/oncePerShell";
import { packageCommands } from "../model/packageCommands";
import { rootStage } from "../model/rootStage";
import { runCommands } from "../model/runCommands";
import { runInstructions } from "../model/runInstructions";
import type { ShellCommand } from "../model/shell";
import { shellOf } from "../model/shellOf";
import type { Stage } from "../model/stages";
import { hasOptionsInVariable } from "../model/unansweredCalls";

export const wgetProgress: Rule = {
  id: "wget-progress",
  aliases: ["DL3047"],
  severity: "information",
  category: "shell",
  summary: "`wget` fills the build's log with its progress.",
  rationale:
    "Without a terminal wget prints a line for every 50 kilobytes, thousands for a large file. `--progress=dot:giga` prints one for every 32 megabytes, `-nv` one for each file. BusyBox's wget, which Alpine has, knows only `-q`.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|wget|] https://example.com/a.tar.gz\n",
      fixed: "FROM debian:13\nRUN wget --progress=dot:giga https://example.com/a.tar.gz\n",
    },
    { text: "FROM debian:13\nRUN wget --progress=dot:giga https://example.com/a.tar.gz\n" },
    {
      text: "FROM debian:13\nRUN wget -q a.example && wget -nv b.example && wget -qO- c.example && wget --no-verbose d.example\n",
    },
    {
      text: "FROM debian:13\nRUN wget -o log a.example && wget --append-output=log b.example && wget c.example 2>/dev/null && wget --spider d.example && wget --version\n",
    },
    {
      text: "FROM debian:13\nRUN wget $OPTIONS https://example.com/a && wget --progress dot:mega b.example && command -v wget\n",
    },
    {
      text: 'FROM debian:13\nRUN ["[|wget|]", "-O", "a", "https://example.com/a"]\nRUN [|/usr/bin/wget|] -O- a.example | sh -c "[|wget|] -nc b.example"\n',
      fixed:
        'FROM debian:13\nRUN ["wget", "--progress=dot:giga", "-O", "a", "https://example.com/a"]\nRUN /usr/bin/wget --progress=dot:giga -O- a.example | sh -c "wget --progress=dot:giga -nc b.example"\n',
    },
    {
      text: "FROM alpine:3.22 AS base\nFROM base\nRUN [|wget|] https://example.com/a\n",
      fixed: "FROM alpine:3.22 AS base\nFROM base\nRUN wget -q https://example.com/a\n",
    },
    {
      text: "FROM alpine:3.22\nRUN apk add --no-cache wget && [|wget|] https://example.com/a\n",
      fixed:
        "FROM alpine:3.22\nRUN apk add --no-cache wget && wget --progress=dot:giga https://example.com/a\n",
    },
  ],

  check(dockerfile, report) {
    if (!mentions(dockerfile, "wget")) return;
    const gnuStages = new Set<Stage>();
    for (const stage of dockerfile.stages) {
      if (!isBusyBox(rootStage(dockerfile, stage)) || (stage.base?.stage && gnuStages.has(stage.base.stage)))
        gnuStages.add(stage);
      for (const instruction of runInstructions(stage.instructions)) {
        const shell = shellOf(dockerfile, instruction);
        if (installsWget(instruction.atZero, shell)) gnuStages.add(stage);
        if (!isLoud(instruction.atZero, shell)) continue;
        for (const command of runCommands(instruction, shell)) {
          if (command.name !== "wget" || isQuiet(command)) continue;
          const option = gnuStages.has(stage) ? "--progress=dot:giga" : "-q";
          report({
            range: command.nameRange,
            message: `wget prints its progress line by line into the build's log. Add ${option}.`,
            fix: {
              title: `Add ${option}`,
              edits: [insertedWord(command, { range: command.nameRange }, option)],
            },
          });
        }
      }
    }
  },
};

const installsWget = oncePerShell((atZero, shell) =>
  packageCommands(atZero, shell, "apk")
    .flatMap(({ operands }) => operands)
    .some(({ text }) => /^["']?wget\b/.test(text)),
);

const isLoud = oncePerShell((atZero, shell) =>
  runCommands(atZero, shell).some((command) => command.name === "wget" && !isQuiet(command)),
);

function isQuiet(command: ShellCommand): boolean {
  const fetches = command.words.some(({ text }) => !text.startsWith("-") || /^-[A-Za-z]*i/.test(text));
  const hasOption = command.words.some(({ text }) => QUIET.test(text));
  const isSwallowed = command.redirections.some(
    ({ operator, fileDescriptor }) =>
      operator.startsWith("&>") || (operator.startsWith(">") && fileDescriptor === 2),
  );
  return !fetches || hasOption || isSwallowed || hasOptionsInVariable(command);
}

/** Long options, `-nv`, and `-q`, `-o`, `-a` among other short ones without a value. */
const QUIET =
  /^(?:--(?:quiet|no-verbose|progress|output-file|append-output|version|help|background|spider)(?:=|$)|-nv|-[bcdEFHkKLmNprSvx46]*[qoaVhb])/;

/** Whether wget is BusyBox's as long as nobody installs another one. */
function isBusyBox({ base }: Stage): boolean {
  const reference = base?.reference;
  if (reference === undefined) return false;
  const { domain, path, tag } = reference;
  const facts = baseFacts(domain === undefined ? path : `${domain}/${path}`, tag);
  return facts?.distribution === "alpine" || facts?.distribution === "busybox";
}
