import { commonPrograms } from "../grammar/commonPrograms";
import type { Rule } from "../lint/rule";
import { pairs } from "../model/pairs";
import { unrunCommands } from "../model/unrunCommands";

export const commandOutsideRun: Rule = {
  id: "command-outside-run",
  aliases: [],
  severity: "warning",
  category: "instructions",
  summary: "A value is to come from a command, where no command is run.",
  rationale:
    "Outside of RUN the builder expands variables and nothing else: `$(date)` stays as it is written, and the blanks in a longer command stop the build. Work the value out before the build and give it with `--build-arg`, or use it within one RUN.",
  examples: [
    { text: "FROM alpine:3.22\nENV BUILT=[|$(date)|]\nLABEL rev=[|`git rev-parse HEAD`|]\n" },
    { text: 'FROM alpine:3.22\nARG V="a [|$(date +%s)|]"\nWORKDIR /[|$(uname -m)|]\nENV A [|$(id)|]\n' },
    {
      text: "FROM alpine:3.22\nARG BUILT\nENV BUILT=$BUILT\nRUN echo $(date) > /built\nENV PS1='$(pwd)' PROMPT=\"$(pwd)\" A=\\$(date) B=$( C=`\n",
    },
    { text: 'FROM alpine:3.22\nLABEL rule="Host(`a`) && PathPrefix(`/b`)" use="run `make all`" a=`b`\n' },
    { text: "# escape=`\nFROM alpine:3.22\nENV A=C:`\\a B=`\\b\nCOPY a `\n b `\n /\n" },
  ],

  checkInstruction(instruction, report) {
    const { keyword, line } = instruction;
    const found = pairs(instruction);
    for (const { start, end } of unrunCommands(instruction)) {
      const name = found.find((pair) => pair.start <= start && start < pair.end)?.name;
      if (line.text[start] === "`" && !isCommandInBackticks(line.text, start)) continue;
      // A shell runs what a prompt holds.
      if (name !== undefined && /^(?:PS[0-4]|R?PROMPT)/.test(name)) continue;
      // Its blanks part the pairs, and the builder stops at what is none.
      const isParted = keyword !== "ARG" && found.some((pair) => start < pair.start && pair.start < end);
      report({
        range: line.rangeOf(start, end),
        ...(isParted && { severity: "error" }),
        message: `${keyword} runs no command, so this stays as it is written. ${adviceFor(keyword, name)}`,
      });
    }
  },
};

/** Rules of Traefik, Go and Markdown have backticks too: Host(`example.com`). */
function isCommandInBackticks(text: string, start: number): boolean {
  const name = /^`([\w.-]+)/.exec(text.slice(start, start + 50))?.[1];
  return /=["']?$/.test(text.slice(Math.max(0, start - 2), start)) && commonPrograms.has(name ?? "");
}

function adviceFor(keyword: string, name: string | undefined): string {
  if (keyword === "ARG") return `Leave the value out, and build with --build-arg ${name}="$(…)".`;
  if (name === undefined) return "Use an ARG, and give its value with --build-arg.";
  const argument = /^\w+$/.test(name) ? name : "VALUE";
  return `Write ${name}=$${argument} below "ARG ${argument}", and build with --build-arg ${argument}="$(…)".`;
}
