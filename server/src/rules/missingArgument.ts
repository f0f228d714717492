import type { InstructionEntry } from "../grammar/instruction";
import { instructionEntry } from "../grammar/instructions";
import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";

export const missingArgument: Rule = {
  id: "missing-argument",
  aliases: [
    "ARGUMENT_MISSING",
    "ARGUMENT_REQUIRES_AT_LEAST_ONE",
    "ARGUMENT_REQUIRES_AT_LEAST_TWO",
    "HEALTHCHECK_CMD_ARGUMENT_MISSING",
  ],
  severity: "error",
  category: "syntax",
  summary: "An instruction lacks what it needs to be told.",
  rationale: "The builder stops here. Hover over the keyword to see what it takes, with an example.",
  examples: [
    { text: "[|FROM|]\n" },
    { text: "FROM alpine:3.22\nCMD\nEXPOSE 80\nHEALTHCHECK NONE\nCOPY . /app\n" },
    { text: "FROM alpine:3.22\n[|EXPOSE|]\n[|WORKDIR|] \\\n\n" },
    { text: "FROM alpine:3.22\nCOPY [|app.py|]\nADD [|--chmod=644 app.py|]\n" },
    { text: "FROM alpine:3.22\nHEALTHCHECK --interval=5s [|CMD|]\n" },
    { text: "FROM alpine:3.22\nONBUILD [|COPY|]\n" },
  ],

  checkInstruction(instruction, report) {
    const entry = instructionEntry(instruction.keyword);
    if (!entry) return;
    const given = instruction.exec ? instruction.exec.strings.length : instruction.words.length;
    if (given < entry.argument.minimum) {
      report({
        range: given > 0 ? writtenRange(instruction) : instruction.keywordRange,
        message: messageOf(entry, given),
      });
      return;
    }
    const [first, second] = instruction.words;
    if (instruction.keyword === "HEALTHCHECK" && first?.value.toUpperCase() === "CMD" && !second) {
      report({
        range: first.range,
        message:
          'HEALTHCHECK CMD needs a command to run, for example "HEALTHCHECK CMD wget -q localhost:8080".',
      });
    }
  },
};

function messageOf({ keyword, argument, examples }: InstructionEntry, given: number): string {
  const example = examples.find((text) => !text.includes("\n")) ?? keyword;
  if (argument.minimum === 2 && given === 1) {
    return `${keyword} needs a source and a destination, and only one of them is here. For example "${example}".`;
  }
  return `${keyword} needs an argument. For example "${example}".`;
}

function writtenRange({ flags, range, argumentRange }: Instruction) {
  return { start: flags[0]?.range.start ?? argumentRange?.start ?? range.start, end: range.end };
}
