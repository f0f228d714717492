import type { Range } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { pairs } from "../model/pairs";
import { trailingRemark } from "../model/trailingRemark";
import { unrunCommands } from "../model/unrunCommands";

export const invalidPair: Rule = {
  id: "invalid-pair",
  aliases: ["ARGUMENT_REQUIRES_TWO", "SYNTAX_MISSING_EQUALS", "SYNTAX_MISSING_NAMES"],
  severity: "error",
  category: "syntax",
  summary: "A word of ENV, LABEL or ARG is not name=value.",
  rationale:
    "ENV and LABEL take pairs joined by an equals sign, without blanks around it; a value with blanks stands in quotes. The builder stops at any other word.",
  examples: [
    { text: "FROM alpine:3.22\nENV A=1 [|B|]\n" },
    { text: 'FROM alpine:3.22\nENV A=1 B="2 3" C=\nLABEL x=y\nARG D E=1\n' },
    { text: "FROM alpine:3.22\nLABEL [|=1|]\n" },
    { text: "FROM alpine:3.22\nENV [|NAME|]\n" },
    { text: "FROM alpine:3.22\nARG [|=1|]\n" },
    { text: 'FROM alpine:3.22\nENV A=1 # one\nLABEL "a\nENV A= [|1|]\n' },
    { text: "FROM alpine:3.22\nENV A=$(date +%s) B=${{ sha }} [|C|] D=“e f”\n" },
  ],

  checkInstruction(instruction, report) {
    const { keyword, words } = instruction;
    const given = pairs(instruction);
    if (given.length === 0) return;
    const foreign = foreignStretches(instruction);
    const remark = trailingRemark(instruction);
    for (const [index, { name, range, separator, start }] of given.entries()) {
      // A remark and a quote that stays open have rules of their own.
      if (words[index]?.unclosedQuote || (remark && isBehind(range, remark.rangeAtZero))) continue;
      if (foreign.some((stretch) => stretch.start < start && start < stretch.end)) continue;
      // Typographic quotes hold nothing together, and are told of where they stand.
      if (/[\u201C\u201D\u2018\u2019]/.test(name)) continue;
      if (name === "" && separator === "equals") {
        report({
          range,
          message: `A name is missing before the equals sign. Write ${keyword} name=value.`,
          aliases: ["SYNTAX_MISSING_NAMES"],
        });
      } else if (separator === "none" && keyword !== "ARG") {
        report({
          range,
          message: `"${name}" has no value. Write ${name}=value; put a value that contains spaces in quotes, and no spaces around the equals sign.`,
          aliases: [words.length === 1 ? "ARGUMENT_REQUIRES_TWO" : "SYNTAX_MISSING_EQUALS"],
        });
      }
    }
  },
};

/** What other rules tell of as a whole: `$(date +%s)` and `${{ sha }}`. */
function foreignStretches(instruction: Instruction): readonly { start: number; end: number }[] {
  const templates = Array.from(instruction.line.text.matchAll(/\$\{\{[^{}]*\}\}/g), ({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
  return [...unrunCommands(instruction), ...templates];
}

function isBehind({ start }: Range, place: Range): boolean {
  const { line, character } = place.start;
  return start.line > line || (start.line === line && start.character >= character);
}
