import { instructionEntry } from "../grammar/instructions";
import type { Rule } from "../lint/rule";

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
    { text: "[|from|] alpine:3.22\nRUN echo hello\n", fixed: "FROM alpine:3.22\nRUN echo hello\n" },
  ],

  check(dockerfile, report) {
    const known = dockerfile.instructions.filter(({ keyword }) => instructionEntry(keyword));
    const written = known.map(({ keywordRange }) => dockerfile.textOf(keywordRange));
    const lower = written.filter((word) => word === word.toLowerCase()).length;
    const upper = written.filter((word) => word === word.toUpperCase()).length;
    for (const [index, { keyword, keywordRange }] of known.entries()) {
      // As BuildKit counts: capitals win where both are as many.
      const wanted = lower > upper ? keyword.toLowerCase() : keyword;
      if (written[index] === wanted) continue;
      report({
        range: keywordRange,
        message: `Write ${wanted}, like most keywords of this file.`,
        fix: { title: `Change to ${wanted}`, edits: [{ range: keywordRange, newText: wanted }] },
      });
    }
  },
};
