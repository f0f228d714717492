import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";

export const shellNeedsJson: Rule = {
  id: "shell-needs-json",
  aliases: ["SHELL_JSON_FORM", "SHELL_REQUIRES_ONE"],
  severity: "error",
  category: "syntax",
  summary: "SHELL takes a JSON array and nothing else.",
  rationale:
    'SHELL names the program that reads the shell form of later instructions, with its arguments: `SHELL ["/bin/bash", "-c"]`. Without brackets and double quotes the builder stops.',
  examples: [
    {
      text: "FROM alpine:3.22\nSHELL [|/bin/bash -c|]\n",
      fixed: 'FROM alpine:3.22\nSHELL ["/bin/bash", "-c"]\n',
    },
    { text: 'FROM alpine:3.22\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n' },
    {
      text: "FROM alpine:3.22\nSHELL [|['/bin/sh', '-c']|]\n",
      fixed: 'FROM alpine:3.22\nSHELL ["/bin/sh", "-c"]\n',
    },
    { text: "FROM alpine:3.22\nSHELL [|[]|]\n" },
  ],

  checkInstruction(instruction, report) {
    const { keyword, exec, argumentRange } = instruction;
    if (keyword !== "SHELL" || !argumentRange) return;
    if (exec) {
      if (exec.strings.length > 0) return;
      report({
        range: exec.range,
        message: 'SHELL needs at least the program. For example SHELL ["/bin/sh", "-c"].',
        aliases: ["SHELL_REQUIRES_ONE"],
      });
      return;
    }
    const array = asArray(instruction);
    report({
      range: argumentRange,
      message: `SHELL takes a JSON array. Write SHELL ${array}.`,
      aliases: ["SHELL_JSON_FORM"],
      fix: { title: "Make it a JSON array", edits: [{ range: argumentRange, newText: array }] },
    });
  },
};

function asArray({ words }: Instruction): string {
  const strings = words
    .flatMap(({ text }) => text.split(","))
    .map((text) => text.replace(/^[['"]+|['"\]]+$/g, ""))
    .filter((text) => text !== "");
  return `[${strings.map((text) => JSON.stringify(text)).join(", ")}]`;
}
