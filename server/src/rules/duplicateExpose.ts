import type { Range } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import { type ExposedPort, exposedPorts } from "../model/exposedPorts";
import type { Instruction } from "../model/instruction";
import { instructionsOf } from "../model/instructionsOf";

export const duplicateExpose: Rule = {
  id: "duplicate-expose",
  aliases: [],
  severity: "hint",
  category: "instructions",
  summary: "A stage exposes the same port twice.",
  rationale:
    "The second one changes nothing. A port without a protocol means tcp, so `80` and `80/tcp` are the same.",
  tags: ["unnecessary"],
  examples: [
    { text: "FROM alpine:3.22\nEXPOSE 80 [|80/tcp|]\n", fixed: "FROM alpine:3.22\nEXPOSE 80\n" },
    { text: "FROM alpine:3.22 AS a\nEXPOSE 53/tcp 53/udp\nFROM alpine:3.22\nEXPOSE 53/tcp\n" },
    { text: "FROM alpine:3.22\nEXPOSE 80\nEXPOSE [|80|]\n", fixed: "FROM alpine:3.22\nEXPOSE 80\n" },
    {
      text: "FROM alpine:3.22\nEXPOSE 80\nEXPOSE [|80|] 81\n",
      fixed: "FROM alpine:3.22\nEXPOSE 80\nEXPOSE 81\n",
    },
  ],

  check({ stages }, report) {
    for (const { instructions } of stages) {
      const seen = new Map<string, Range>();
      for (const instruction of instructionsOf(instructions, "EXPOSE")) {
        for (const port of exposedPorts(instruction)) {
          const key = `${port.portText}/${(port.protocol ?? "tcp").toLowerCase()}`;
          const first = seen.get(key);
          if (!first || port.host !== undefined) {
            seen.set(key, port.range);
            continue;
          }
          report({
            range: port.range,
            message: `Port ${port.portText} is exposed already in this stage. Remove one of the two.`,
            related: [{ range: first, message: "Exposed here first." }],
            fix: {
              title: `Remove the second ${port.word.text}`,
              edits: [{ range: removal(port, instruction), newText: "" }],
            },
          });
        }
      }
    }
  },
};

/** The word with the blanks before it; all of the instruction where it is the only word. */
function removal({ word }: ExposedPort, { words, range }: Instruction): Range {
  const index = words.indexOf(word);
  const before = words[index - 1];
  const after = words[index + 1];
  if (before) return { start: before.range.end, end: word.range.end };
  if (after) return { start: word.range.start, end: after.range.start };
  return { start: { line: range.start.line, character: 0 }, end: { line: range.end.line + 1, character: 0 } };
}
