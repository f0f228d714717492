import { wholeLines } from "../lint/lineEdits";
import type { Rule } from "../lint/rule";

export const multipleInstructionsDisallowed: Rule = {
  id: "multiple-instructions-disallowed",
  aliases: ["MultipleInstructionsDisallowed", "DL4003", "DL4004", "DL3012", "MULTIPLE_INSTRUCTIONS"],
  severity: "warning",
  category: "instructions",
  summary: "A stage has more than one CMD, ENTRYPOINT or HEALTHCHECK, and only the last counts.",
  rationale:
    "Each of them sets one field of the image, so a later one replaces an earlier one without a word. To run several programs, write a script that starts them and name it in the only CMD.",
  tags: ["unnecessary"],
  examples: [
    {
      text: 'FROM alpine:3.22\n[|CMD|] ["echo", "one"]\nCMD ["echo", "two"]\n',
      fixed: 'FROM alpine:3.22\nCMD ["echo", "two"]\n',
    },
    { text: "FROM alpine:3.22 AS a\nCMD one\nFROM alpine:3.22\nCMD two\nENTRYPOINT three\n" },
    {
      text: "FROM alpine:3.22\n[|entrypoint|] one\n[|HEALTHCHECK|] NONE\nENTRYPOINT two\nHEALTHCHECK CMD true\n",
      fixed: "FROM alpine:3.22\nENTRYPOINT two\nHEALTHCHECK CMD true\n",
    },
    {
      text: "FROM alpine:3.22\n[|CMD|] a\n[|CMD|] b \\\n  c\nCMD d\n",
      fixed: "FROM alpine:3.22\nCMD d\n",
    },
    { text: "FROM alpine:3.22\nONBUILD CMD a\nCMD b\n" },
  ],

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      for (const keyword of Object.keys(aliases)) {
        const found = instructions.filter((instruction) => instruction.keyword === keyword);
        const last = found.at(-1);
        if (!last) continue;
        for (const earlier of found.slice(0, -1)) {
          report({
            range: earlier.keywordRange,
            message: `Only the last ${keyword} of a stage counts, so this one does nothing. Remove it, or do both in one script.`,
            aliases: ["MultipleInstructionsDisallowed", "MULTIPLE_INSTRUCTIONS", aliases[keyword] ?? ""],
            related: [{ range: last.keywordRange, message: `This ${keyword} counts.` }],
            fix: {
              title: `Remove this ${keyword}`,
              edits: [{ range: wholeLines(earlier, dockerfile), newText: "" }],
              unsafe: true,
            },
          });
        }
      }
    }
  },
};

/** hadolint has a name for each. */
const aliases: Readonly<Record<string, string>> = {
  CMD: "DL4003",
  ENTRYPOINT: "DL4004",
  HEALTHCHECK: "DL3012",
};
