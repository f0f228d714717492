import type { Range } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { mentions } from "../model/mentions";
import { oncePerShell } from "../model/oncePerShell";
import { moveRange } from "../model/placedInstruction";
import { runCommands } from "../model/runCommands";
import { runInstructions } from "../model/runInstructions";
import type { ShellCommand } from "../model/shell";
import { shellOf } from "../model/shellOf";
import type { Stage } from "../model/stages";

export const wgetAndCurl: Rule = {
  id: "wget-and-curl",
  aliases: ["DL4001"],
  severity: "warning",
  category: "shell",
  summary: "One image uses both wget and curl, which do the same.",
  rationale:
    "Two programs for one task are two to install, to learn and to keep secure. Choose one of them, or let ADD fetch the file, which needs neither.",
  examples: [
    { text: "FROM debian:13\nRUN curl -o a https://example.com/a\nRUN [|wget|] https://example.com/b\n" },
    { text: "FROM debian:13\nRUN curl -o a https://example.com/a && curl -o b https://example.com/b\n" },
    { text: "FROM debian:13\nRUN curl a.example\nFROM debian:13\nRUN wget b.example\n" },
    {
      text: "FROM debian:13 AS base\nRUN wget a.example\nFROM base\nRUN [|curl|] b.example && [|curl|] c.example\n",
    },
    {
      text: "FROM debian:13\nRUN curl a.example || wget a.example\nRUN apt-get install -y curl wget && command -v wget\n",
    },
    {
      text: "FROM debian:13\nRUN if which curl; then curl a.example; else wget a.example; fi\nCMD wget a.example\n",
    },
    { text: 'FROM debian:13\nRUN ["wget", "a.example"]\nRUN sh -c "[|/usr/bin/curl|] -O b.example"\n' },
  ],

  check(dockerfile, report) {
    if (!mentions(dockerfile, "wget") || !mentions(dockerfile, "curl")) return;
    const firstOf = new Map<Stage, Choice>();
    for (const stage of dockerfile.stages) {
      let first = stage.base?.stage && firstOf.get(stage.base.stage);
      for (const instruction of runInstructions(stage.instructions)) {
        for (const command of choicesIn(instruction.atZero, shellOf(dockerfile, instruction))) {
          const { name } = command;
          first ??= { command, instruction };
          if (name === first.command.name) continue;
          const { command: other } = first;
          report({
            range: rangeOf({ command, instruction }),
            message: `This image already uses ${other.name}, which does the same. Use ${other.name} here too, or ${name} everywhere.`,
            related: [{ range: rangeOf(first), message: `Here is the first ${other.name}.` }],
          });
        }
      }
      if (first) firstOf.set(stage, first);
    }
  },
};

interface Choice {
  /** As if its instruction stood at line 0. */
  readonly command: ShellCommand;
  readonly instruction: Instruction;
}

function rangeOf({ command, instruction }: Choice): Range {
  return moveRange(command.nameRange, instruction.firstLine);
}

const choicesIn = oncePerShell((atZero, shell) => chosenIn(runCommands(atZero, shell)));

/** A RUN that takes what it finds, or falls back on the other, has not chosen. */
function chosenIn(commands: readonly ShellCommand[]): readonly ShellCommand[] {
  const calls = commands.filter(({ name }) => name === "wget" || name === "curl");
  const looks = commands.some(
    ({ name, words }) =>
      (name === "command" || name === "which" || name === "type" || name === "hash") &&
      words.some(({ value }) => value === "curl" || value === "wget"),
  );
  const fallsBack = calls.some(({ operatorBefore }) => operatorBefore === "||");
  return new Set(calls.map(({ name }) => name)).size > 1 && (looks || fallsBack) ? [] : calls;
}
