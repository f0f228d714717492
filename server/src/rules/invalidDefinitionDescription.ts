import type { Rule } from "../lint/rule";
import type { Comment } from "../model/comment";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { pairs } from "../model/pairs";
import { looksLikeDirective } from "../model/parserDirectives";

export const invalidDefinitionDescription: Rule = {
  id: "invalid-definition-description",
  aliases: ["InvalidDefinitionDescription"],
  severity: "information",
  default: "off",
  category: "style",
  summary: "The comment above an ARG or a stage does not begin with its name.",
  rationale:
    "`docker build --call=outline` shows the comment right above an argument or a stage as its description, if it begins with the name. Put an empty line between the two where the comment means something else.",
  examples: [
    { text: "[|# The version of the base|]\nARG VERSION=3.22\nFROM alpine:${VERSION}\n" },
    {
      text: "# VERSION is that of the base\nARG VERSION=3.22\n\n# Something else\n\nFROM alpine:${VERSION} AS base\n",
    },
    {
      text: "# base has the tools\n# and the files\nFROM alpine:3.22 AS base\n# Comment\nFROM base\n# Comment\nRUN a\n",
    },
    { text: "[|# tools|]\n[|# and files|]\nFROM alpine:3.22 AS base\n" },
  ],

  check(dockerfile, report) {
    const byLine = new Map(dockerfile.comments.map((comment) => [comment.range.start.line, comment]));
    for (const instruction of dockerfile.instructions) {
      const name = nameOf(instruction, dockerfile);
      if (name === undefined) continue;
      const comments = commentsAbove(instruction, byLine);
      if (comments.some(({ text }) => text.trimStart().startsWith(`${name} `))) continue;
      for (const { range } of comments)
        report({
          range,
          message: `Begin the description with the name, "# ${name} …", or put an empty line below it.`,
        });
    }
  },
};

/** What is described: the only argument of an ARG, or a stage with a name. */
function nameOf(instruction: Instruction, dockerfile: Dockerfile): string | undefined {
  if (instruction.keyword === "FROM") return dockerfile.stageAt(instruction.firstLine)?.name;
  const [pair, ...more] = instruction.keyword === "ARG" ? pairs(instruction) : [];
  return more.length > 0 ? undefined : pair?.name;
}

function commentsAbove({ range }: Instruction, byLine: ReadonlyMap<number, Comment>): Comment[] {
  const found: Comment[] = [];
  for (let line = range.start.line - 1; ; line--) {
    const comment = byLine.get(line);
    // Comments for linters describe nothing.
    if (
      !comment ||
      looksLikeDirective(comment) ||
      /^\s*(?:hadolint|drydock|dockerfile-utils|shellcheck)\b/.test(comment.text)
    )
      return found;
    found.unshift(comment);
  }
}
