import { type CheckMistake, checkDirective } from "../lint/checkDirective";
import type { Problem, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";

export const invalidCheckDirective: Rule = {
  id: "invalid-check-directive",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "The check directive has options that the builder cannot read.",
  rationale:
    "It takes `skip=`, `error=` and `experimental=`, with semicolons between them: `# check=skip=JSONArgsRecommended,StageNameCasing;error=true`. At anything else the build stops. Blanks end it: what stands behind the first one is a remark.",
  examples: [
    { text: "# check=[|JSONArgsRecommended|]\nFROM alpine:3.22\n" },
    {
      text: "# check=skip=JSONArgsRecommended,StageNameCasing;error=true;experimental=all // for now\nFROM alpine:3.22\n",
    },
    { text: "# check=skip=all;[||]\nFROM alpine:3.22\n", fixed: "# check=skip=all\nFROM alpine:3.22\n" },
    { text: "# check=skip=all;[|error=yes|];[|skipp=A|]\nFROM alpine:3.22\n" },
    {
      text: "# check=skip=JSONArgsRecommended, [|StageNameCasing|]\nFROM alpine:3.22\n",
      fixed: "# check=skip=JSONArgsRecommended,StageNameCasing\nFROM alpine:3.22\n",
    },
  ],

  check(dockerfile, report) {
    const check = checkDirective(dockerfile);
    for (const mistake of check?.mistakes ?? [])
      report(mistake.kind === "rest" ? unread(mistake, dockerfile) : refused(mistake, dockerfile));
  },
};

function refused({ range }: CheckMistake, dockerfile: Dockerfile): Problem {
  const text = dockerfile.textOf(range);
  if (text !== "") {
    return {
      range,
      message: `The builder cannot read "${text}" here. Write skip= with names, error=true or experimental= with names.`,
    };
  }
  const { start } = range;
  const before = { line: start.line, character: start.character - 1 };
  return {
    range,
    message:
      "There is no option before or after this semicolon, so the build stops here. Remove the semicolon.",
    fix: {
      title: "Remove the semicolon",
      edits: [{ range: { start: before, end: start }, newText: "" }],
    },
  };
}

function unread({ range }: CheckMistake, dockerfile: Dockerfile): Problem {
  const { line, character } = range.start;
  const before = dockerfile.line(line).slice(0, character).trimEnd().length;
  return {
    range,
    message: "The builder ignores everything after the space. Write the options without spaces.",
    severity: "warning",
    fix: {
      title: "Remove the spaces",
      edits: [
        { range: { start: { line, character: before }, end: range.start }, newText: "" },
        ...blanksIn(dockerfile.textOf(range)).map(({ start, end }) => ({
          range: { start: { line, character: character + start }, end: { line, character: character + end } },
          newText: "",
        })),
      ],
    },
  };
}

function blanksIn(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(/ +/g), ({ 0: blanks, index }) => ({
    start: index,
    end: index + blanks.length,
  }));
}
