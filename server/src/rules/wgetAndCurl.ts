import type { Rule } from "../lint/rule";
import { oncePerShell } from "../model/oncePerShell";
import { runCommands } from "../model/runCommands";
import type { ShellCommand } from "../model/shell";
import { shellOf } from "../model/shellOf";
import type { Stage } from "../model/stages";
import { withTriggers } from "../model/withTriggers";

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
    const firstOf = new Map<Stage, ShellCommand>();
    for (const stage of dockerfile.stages) {
      let first = stage.base?.stage && firstOf.get(stage.base.stage);
      for (const instruction of withTriggers(stage.instructions)) {
        const shell = shellOf(dockerfile, instruction);
        if (!choosesIn(instruction.atZero, shell)) continue;
        for (const command of chosenIn(runCommands(instruction, shell))) {
          first ??= command;
          if (command.name === first.name) continue;
          report({
            range: command.nameRange,
            message: `This image already uses ${first.name}, which does the same. Use ${first.name} here too, or ${command.name} everywhere.`,
            related: [{ range: first.nameRange, message: `Here is the first ${first.name}.` }],
          });
        }
      }
      if (first) firstOf.set(stage, first);
    }
  },
};

const choosesIn = oncePerShell((atZero, shell) => chosenIn(runCommands(atZero, shell)).length > 0);

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
