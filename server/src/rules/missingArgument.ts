import { flagOf } from "../grammar/flags";
import type { InstructionEntry } from "../grammar/instruction";
import { instructionEntry } from "../grammar/instructions";
import type { Report, Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { isTrigger } from "../model/isTrigger";

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
    { text: "FROM alpine:3.22\nCMD\nENTRYPOINT\nRUN\nEXPOSE 80\nHEALTHCHECK NONE\nCOPY . /app\n" },
    { text: "FROM alpine:3.22\n[|EXPOSE|]\n[|WORKDIR|] \\\n\n" },
    { text: "FROM alpine:3.22\nCOPY [|app.py|]\nADD [|--chmod=644 app.py|]\n" },
    {
      text: 'FROM alpine:3.22\nCOPY [|["app.py"]|]\nADD [|[]|]\nVOLUME [|[]|]\nVOLUME ["/data", [|" "|]]\nVOLUME [|\'\'|] /data\n',
    },
    { text: "FROM alpine:3.22\nHEALTHCHECK --interval=5s [|CMD|]\nHEALTHCHECK CMD [|[]|]\n" },
    { text: "FROM alpine:3.22\nONBUILD [|COPY|]\n" },
    // Each of these has a rule of its own.
    { text: "FROM alpine:3.22\nSHELL []\nONBUILD FROM\nUSER --system\n" },
  ],

  checkInstruction(instruction, report) {
    const { keyword, exec, words, flags } = instruction;
    const entry = instructionEntry(keyword);
    if (!entry || (isTrigger(instruction) && !entry.places.includes("trigger"))) return;
    // A flag that the instruction does not have was most likely meant to be the argument.
    if (flags.some(({ name }) => !flagOf(keyword, name))) return;
    if (keyword === "HEALTHCHECK") return checkHealthcheck(instruction, report);
    if (keyword === "VOLUME") checkVolumes(instruction, report);
    const given = exec ? exec.strings.length : words.length;
    if (given >= entry.argument.minimum || entry.argument.execForm === "required") return;
    report({
      range: words.length > 0 ? writtenRange(instruction) : instruction.keywordRange,
      message: messageOf(entry, given),
      aliases: [entry.argument.minimum === 2 ? "ARGUMENT_REQUIRES_AT_LEAST_TWO" : "ARGUMENT_MISSING"],
    });
  },
};

function checkHealthcheck({ keywordRange, exec, words }: Instruction, report: Report): void {
  const [type, command] = words;
  if (!type) {
    report({
      range: keywordRange,
      message:
        'HEALTHCHECK needs CMD and a command, or NONE. For example "HEALTHCHECK CMD wget -q localhost".',
      aliases: ["ARGUMENT_REQUIRES_AT_LEAST_ONE"],
    });
  } else if (type.value.toUpperCase() === "CMD" && (!command || exec?.strings.length === 0)) {
    report({
      range: exec?.range ?? type.range,
      message:
        'HEALTHCHECK CMD needs a command to run, for example "HEALTHCHECK CMD wget -q localhost:8080".',
      aliases: ["HEALTHCHECK_CMD_ARGUMENT_MISSING"],
    });
  }
}

function checkVolumes({ exec, words }: Instruction, report: Report): void {
  for (const { value, range } of exec?.strings ?? words) {
    if (value.trim() !== "") continue;
    report({ range, message: "VOLUME needs the path of a folder. Write one.", aliases: [] });
  }
}

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
