import type { TextEdit } from "vscode-languageserver-types";
import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { picked } from "../model/sections";

export const maintainerDeprecated: Rule = {
  id: "maintainer-deprecated",
  aliases: ["MaintainerDeprecated", "DL4000", "DEPRECATED_MAINTAINER"],
  severity: "warning",
  category: "instructions",
  tags: ["deprecated"],
  summary: "The MAINTAINER instruction is deprecated.",
  rationale:
    "A label says the same, is shown by `docker inspect`, and can be searched for. The key that others look for is `org.opencontainers.image.authors`.",
  examples: [
    {
      text: "FROM alpine:3.22\n[|MAINTAINER|] Ada Lovelace <ada@example.com>\n",
      fixed: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Ada Lovelace <ada@example.com>"\n',
    },
    { text: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="ada@example.com"\n' },
    {
      text: "FROM alpine:3.22\n[|maintainer|]   'Ada' \"Countess\" $1 \\\n  ada@example.com\n",
      fixed:
        'FROM alpine:3.22\nlabel org.opencontainers.image.authors="\'Ada\' \\"Countess\\" \\$1 \\\n  ada@example.com"\n',
    },
    {
      text: 'FROM alpine:3.22\n[|MAINTAINER|] "Ada Lovelace"\n[|MAINTAINER|]\n',
      fixed: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Ada Lovelace"\nMAINTAINER\n',
    },
  ],

  // As a trigger it stops the build, which another rule says.
  check(dockerfile, report) {
    for (const instruction of maintainers(dockerfile)) {
      const edits = labelEdits(instruction, dockerfile);
      report({
        range: instruction.keywordRange,
        message: `MAINTAINER is deprecated. Use a label: LABEL ${key}="…".`,
        ...(edits && { fix: { title: "Replace with a LABEL", edits } }),
      });
    }
  },
};

const key = "org.opencontainers.image.authors";

function labelEdits(instruction: Instruction, dockerfile: Dockerfile): TextEdit[] | undefined {
  const { keywordRange, argumentRange, words, argument, escapeCharacter } = instruction;
  if (!argumentRange) return undefined;
  const isLowerCase = dockerfile.textOf(keywordRange) === "maintainer";
  const label = `${isLowerCase ? "label" : "LABEL"} ${key}=`;
  const before = { start: keywordRange.start, end: argumentRange.start };
  const [first] = words;
  if (words.length === 1 && first && /^(?:"[^"]*"|'[^']*')$/.test(first.text))
    return [{ range: before, newText: label }];
  const end = { start: argumentRange.end, end: argumentRange.end };
  const length = argument.text.trimEnd().length;
  // Unlike MAINTAINER, LABEL expands variables and reads quotes.
  const escapes = [...argument.text.slice(0, length).matchAll(/["$\\`]/g)].filter(
    ([character]) => character === '"' || character === "$" || character === escapeCharacter,
  );
  return [
    { range: before, newText: `${label}"` },
    ...escapes.map(({ index }) => {
      const { start } = argument.rangeOf(index, index + 1);
      return { range: { start, end: start }, newText: escapeCharacter };
    }),
    { range: end, newText: '"' },
  ];
}

const maintainers = picked(({ keyword }) => keyword === "MAINTAINER");
