import type { Rule } from "../lint/rule";

export const argumentCount: Rule = {
  id: "argument-count",
  aliases: ["ARGUMENT_REQUIRES_ONE_OR_THREE", "ARGUMENT_REQUIRES_ONE"],
  severity: "error",
  category: "syntax",
  summary: "FROM takes one word, or three with AS between them.",
  rationale: "`FROM image` or `FROM image AS name`: with any other number of words the builder stops.",
  examples: [
    { text: "FROM alpine:3.22 [|AS build now|]\n" },
    { text: "FROM alpine:3.22 [|build|]\n", fixed: "FROM alpine:3.22 AS build\n" },
    { text: "FROM alpine:3.22 AS build\nFROM --platform=linux/amd64 alpine:3.22\n" },
  ],

  checkInstruction({ keyword, words }, report) {
    if (keyword !== "FROM" || words.length < 2 || words.length === 3) return;
    const [, second] = words;
    const last = words.at(-1);
    if (!second || !last) return;
    const canBeName = words.length === 2 && second.value.toUpperCase() !== "AS";
    report({
      range: { start: second.range.start, end: last.range.end },
      message: canBeName
        ? `FROM takes an image, and a name for the stage only after AS. Write "AS ${second.text}" or remove "${second.text}".`
        : 'FROM takes "image" or "image AS name" and nothing else. Remove what is too much, or add what is missing.',
      ...(canBeName && {
        fix: {
          title: `Name the stage: AS ${second.text}`,
          edits: [{ range: { start: second.range.start, end: second.range.start }, newText: "AS " }],
          unsafe: true,
        },
      }),
    });
  },
};
