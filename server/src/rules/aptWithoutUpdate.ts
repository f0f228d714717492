import { officialImage } from "../grammar/officialImages";
import type { Rule } from "../lint/rule";
import { ancestors } from "../model/ancestors";
import type { Instruction } from "../model/instruction";
import { packageCommands } from "../model/packageCommands";
import { rootStage } from "../model/rootStage";
import { runsCalling } from "../model/runsCalling";
import { shellOf } from "../model/shellOf";

export const aptWithoutUpdate: Rule = {
  id: "apt-without-update",
  aliases: [],
  severity: "warning",
  category: "packages",
  summary: "`apt-get install` runs without an `apt-get update` before it.",
  rationale:
    "Official images come without the lists of packages, to be small. Without them apt-get finds no package, and the build stops with “Unable to locate package”.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|apt-get install|] -y curl\n",
      fixed: "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n",
    },
    { text: "FROM debian:13\nRUN apt-get update && apt-get install -y curl\nRUN apt-get install -y git\n" },
    { text: "FROM debian:13\nCOPY a.deb /tmp/\nRUN apt-get install -y /tmp/a.deb ./b.deb $MORE\n" },
    {
      text: "FROM me/debian\nRUN apt-get install -y curl\nFROM debian:13\nRUN ./prepare.sh\nRUN apt-get install -y a\n",
    },
    { text: "FROM debian:13 AS base\nRUN apt-get update\nFROM base\nRUN apt-get install -y curl\n" },
    {
      text: "FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt apt-get install -y a\nONBUILD RUN apt-get install -y a\n",
    },
    {
      text: "FROM debian:13\nRUN [|apt-get install|] -y a && rm -rf /var/lib/apt/lists/*\n",
      fixed: "FROM debian:13\nRUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      text: "FROM python:3.14-slim AS base\nENV A=1\nFROM base\nRUN make && [|apt install|] -y gcc\nRUN apt install -y git\n",
      fixed:
        "FROM python:3.14-slim AS base\nENV A=1\nFROM base\nRUN make && apt update && apt install -y gcc\nRUN apt install -y git\n",
    },
  ],

  check(dockerfile, report) {
    if (runsCalling(dockerfile, "apt").length === 0) return;
    for (const stage of dockerfile.stages) {
      const { base } = rootStage(dockerfile, stage);
      const { domain, path } = base?.reference ?? {};
      if (
        path === undefined ||
        (domain && domain !== "docker.io") ||
        !officialImage(path.replace(/^library\//, ""))
      )
        continue;
      if ([...ancestors(stage)].some(({ instructions }) => instructions.some((one) => mayBringLists(one))))
        continue;
      for (const instruction of stage.instructions) {
        const calls = packageCommands(instruction, shellOf(dockerfile, instruction), "apt");
        const install = calls.find(
          ({ action, operands }) =>
            action === "install" && operands.some(({ value }) => NAME.test(value ?? "")),
        );
        if (mayBringLists(instruction, install?.actionWord?.text)) break;
        if (!install?.actionWord) continue;
        const { command, actionWord } = install;
        const { start } = command.range;
        report({
          range: { start: command.nameRange.start, end: actionWord.range.end },
          message: `The image comes without lists of packages, so this finds nothing. Write "${command.name} update &&" before it.`,
          ...(command.node &&
            command.wrappers.length === 0 && {
              fix: {
                title: `Run ${command.name} update first`,
                edits: [{ range: { start, end: start }, newText: `${command.name} update && ` }],
                unsafe: true,
              },
            }),
        });
        break;
      }
    }
  },
};

/** The name of a package, not the path of a file. */
const NAME = /^[a-z0-9][a-z0-9+.-]*(?:[:=]\S*)?$/;

/** Whatever may fetch them, or bring them from elsewhere, up to that word: who knows what a script does. */
function mayBringLists({ keyword, line, heredocs, words }: Instruction, upTo?: string): boolean {
  if (keyword === "COPY" || keyword === "ADD")
    return /^\/(?:(?:var|etc\/apt)(?:\/|$)|$)/.test(words.at(-1)?.value ?? "");
  if (keyword !== "RUN") return false;
  const text = [line.text, ...heredocs.map(({ body }) => body)].join("\n");
  return FETCHES.test(upTo === undefined ? text : text.slice(0, text.indexOf(upTo)));
}

const FETCHES = /update|upgrade|\/apt|\.(?:sh|py|pl|bash)\b|(?:^|[\s;&|])\.{0,2}\/[\w./-]+/i;
