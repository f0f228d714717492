import type { Rule } from "../lint/rule";
import { lastUser } from "../model/lastUser";
import { type PackageCommand, packageCommands } from "../model/packageCommands";
import { resolveText } from "../model/resolveText";
import { runsCalling } from "../model/runsCalling";
import { shellOf } from "../model/shellOf";

export const installAsUser: Rule = {
  id: "install-as-user",
  aliases: [],
  severity: "warning",
  category: "packages",
  summary: "The system's packages are installed while a plain user is in effect.",
  rationale:
    "Only root may change the system, so the build stops with “Permission denied”. Install first and change the user afterwards, or go back to root for these lines.",
  examples: [
    { text: "FROM debian:13\nUSER app\nRUN [|apt-get update|] && [|apt-get install|] -y curl\n" },
    { text: "FROM debian:13\nRUN apt-get update && apt-get install -y curl\nUSER app\nRUN pip install a\n" },
    {
      text: "FROM alpine:3.22\nUSER 1000\nUSER root\nRUN apk add curl\nUSER $ID\nRUN apk add git\nUSER 0:0\nRUN apk add a\n",
    },
    {
      text: "FROM alpine:3.22 AS base\nUSER 1000:1000\nFROM base\nRUN [|apk add|] curl\nRUN sudo apk add curl\nRUN apk --version\n",
    },
    { text: "FROM fedora:43\nUSER app\nRUN [|dnf install|] -y git\nONBUILD RUN dnf install -y a\n" },
  ],

  check(dockerfile, report) {
    if (managers.every((manager) => runsCalling(dockerfile, manager).length === 0)) return;
    for (const { base, instructions } of dockerfile.stages) {
      let user = base?.stage && lastUser(base.stage);
      for (const instruction of instructions) {
        if (instruction.keyword === "USER") user = instruction;
        const name = user && resolveText(dockerfile, user.argument.text.trim(), user)?.split(":")[0];
        if (instruction.keyword !== "RUN" || !name || /^(?:root|0+|Container\w+)$|["']/.test(name)) continue;
        const shell = shellOf(dockerfile, instruction);
        for (const { command, actionWord } of managers
          .flatMap((one) => packageCommands(instruction, shell, one))
          .filter(needsRoot)) {
          report({
            range: { start: command.nameRange.start, end: (actionWord ?? command).range.end },
            message: `Only root may do this, and USER ${name} is in effect. Write it above that USER, or USER root before it.`,
          });
        }
      }
    }
  },
};

const managers = ["apt", "apk", "dnf", "yum", "zypper"] as const;
const ACTIONS = new Set(["add", "del", "install", "remove", "update", "upgrade"]);

function needsRoot({ command, action }: PackageCommand): boolean {
  return command.wrappers.length === 0 && ACTIONS.has(action ?? "");
}
