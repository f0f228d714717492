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
    { text: "[|# tools|]\n# and files\nFROM alpine:3.22 AS base\n" },
    { text: "# A\nARG A\n# C is that of both\nARG B C\n[|# them|]\nARG D E\nFROM alpine:3.22\n" },
  ],

  check(dockerfile, report) {
    const byLine = new Map(dockerfile.comments.map((comment) => [comment.range.start.line, comment]));
    for (const instruction of dockerfile.instructions) {
      const names = namesOf(instruction, dockerfile);
      const comments = names.length > 0 ? commentsAbove(instruction, byLine) : [];
      const [first] = comments;
      if (!first || comments.some(({ text }) => names.includes(/^\s*(\S*)/.exec(text)?.[1] ?? ""))) continue;
      report({
        range: first.range,
        message: `Begin the description with the name, "# ${names[0]} …", or leave an empty line after it.`,
      });
    }
  },
};

/** What is described: the arguments of an ARG, or a stage with a name. */
function namesOf(instruction: Instruction, dockerfile: Dockerfile): readonly string[] {
  if (instruction.keyword === "ARG") return pairs(instruction).map(({ name }) => name);
  const name = instruction.keyword === "FROM" ? dockerfile.stageAt(instruction.firstLine)?.name : undefined;
  return name === undefined ? [] : [name];
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
