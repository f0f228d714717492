import { instructionEntry } from "../grammar/instructions";
import type { Rule } from "../lint/rule";
import { skipBlanks } from "../model/blanks";
import type { Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";

export const consistentInstructionCasing: Rule = {
  id: "consistent-instruction-casing",
  aliases: ["ConsistentInstructionCasing", "CASING_INSTRUCTION"],
  severity: "warning",
  category: "style",
  summary: "A keyword is not in the letter case of the others.",
  rationale:
    "The builder takes any letter case, readers find keywords by theirs. Capitals are usual. Where most of a file is in lower case, lower case is asked for.",
  examples: [
    {
      text: 'FROM alpine:3.22\n[|run|] echo hello\n[|Cmd|] ["sh"]\n',
      fixed: 'FROM alpine:3.22\nRUN echo hello\nCMD ["sh"]\n',
    },
    { text: "FROM alpine:3.22\nRUN echo hello\nONBUILD RUN echo hello\n" },
    {
      text: "from alpine:3.22\nrun echo hello\n[|CMD|] sh\n",
      fixed: "from alpine:3.22\nrun echo hello\ncmd sh\n",
    },
    {
      text: "ARG A\n[|arg|] B\nARG C\nFROM alpine:3.22\n",
      fixed: "ARG A\nARG B\nARG C\nFROM alpine:3.22\n",
    },
    {
      text: "[|ARG|] A\n[|ARG|] B\n[|ARG|] C\nfrom alpine:3.22\nrun echo hello\n",
      fixed: "arg A\narg B\narg C\nfrom alpine:3.22\nrun echo hello\n",
    },
    {
      text: "[|from|] alpine:3.22 as base\nRUN echo hello\n",
      fixed: "FROM alpine:3.22 AS base\nRUN echo hello\n",
    },
  ],

  check(dockerfile, report) {
    const ofStages = dockerfile.stages.map(({ instructions }) => sortedByCase(instructions));
    // As BuildKit counts: what stands above the first FROM is left out, and capitals win where both are as many.
    const count = (found: LetterCase) => ofStages.reduce((sum, each) => sum + each[found].length, 0);
    const usual = count("lower") > count("upper") ? "lower" : "upper";
    const unusual = usual === "lower" ? "upper" : "lower";
    const inCase = (word: string) => (usual === "lower" ? word.toLowerCase() : word.toUpperCase());
    const globals = sortedByCase(dockerfile.preamble);
    for (const found of [globals, ...ofStages])
      for (const instruction of [...found[unusual], ...found.mixed]) reportAt(instruction, found === globals);

    function reportAt(instruction: Instruction, isGlobal: boolean): void {
      const { keyword, keywordRange, words } = instruction;
      const wanted = inCase(keyword);
      // AS goes along, or it would no longer look like its FROM.
      const [, as] = keyword === "FROM" ? words : [];
      const isAs = as?.value.toUpperCase() === "AS" && as.text !== inCase("as");
      report({
        range: keywordRange,
        message: `Write ${wanted}, like most keywords in this file.`,
        fix: {
          title: `Change to ${wanted}`,
          edits: [
            { range: keywordRange, newText: wanted },
            ...(isAs ? [{ range: as.range, newText: inCase("as") }] : []),
          ],
        },
        // BuildKit does not look there, and the other peer wants capitals.
        ...(isGlobal && { aliases: wanted === keyword ? ["CASING_INSTRUCTION"] : [] }),
      });
    }
  },
};

type LetterCase = "lower" | "upper" | "mixed";

/** What is no instruction is left out. */
const sortedByCase = oncePer((section: readonly Instruction[]) => {
  const sorted: Record<LetterCase, Instruction[]> = { lower: [], upper: [], mixed: [] };
  for (const instruction of section) {
    const { keyword, line } = instruction.atZero;
    if (!instructionEntry(keyword)) continue;
    const start = skipBlanks(line.text, 0, line.text.length);
    const written = line.text.slice(start, start + keyword.length);
    const found = written === keyword ? "upper" : written === keyword.toLowerCase() ? "lower" : "mixed";
    sorted[found].push(instruction);
  }
  return sorted;
});
