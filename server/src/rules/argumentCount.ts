import type { Problem, Rule } from "../lint/rule";
import type { Word } from "../model/instruction";
import { isStageName } from "../model/isStageName";
import { picked } from "../model/sections";
import { trailingRemark } from "../model/trailingRemark";
import { withTriggers } from "../model/withTriggers";

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
    { text: "FROM alpine[| |]:3.22\n", fixed: "FROM alpine:3.22\n" },
    { text: "FROM alpine:3.22 AS build # compiles\nFROM alpine:3.22 [|AS|]\n" },
    { text: "FROM alpine:3.22 AS base\nFROM alpine:3.22 [|base|]\n" },
  ],

  check(dockerfile, report) {
    for (const { words } of withOtherCount(dockerfile)) {
      const [image, second] = words;
      const last = words.at(-1);
      if (!image || !second || !last) continue;
      const isStray = words.length === 2 && /^[:@]/.test(second.text);
      const isTaken = dockerfile.stages.some(({ name }) => name?.toLowerCase() === second.text.toLowerCase());
      report({
        ...(isStray ? strayBlank(image, second) : wrongCount(words.length, image, second, last, isTaken)),
        aliases: ["ARGUMENT_REQUIRES_ONE_OR_THREE"],
      });
    }
  },
};

const withOtherCount = picked(
  (atZero) =>
    atZero.keyword === "FROM" &&
    atZero.words.length > 1 &&
    atZero.words.length !== 3 &&
    trailingRemark(atZero) === undefined,
  withTriggers,
);

/** `FROM alpine :3.22` */
function strayBlank(image: Word, rest: Word): Problem {
  const range = { start: image.range.end, end: rest.range.start };
  return {
    range,
    message: `A space separates ${rest.text} from the image's name. Remove it.`,
    fix: { title: "Remove the space", edits: [{ range, newText: "" }], unsafe: true },
  };
}

/** `isTaken`: another stage has the name already. */
function wrongCount(count: number, image: Word, second: Word, last: Word, isTaken: boolean): Problem {
  const gap = { start: image.range.end, end: second.range.start };
  const range = { start: second.range.start, end: last.range.end };
  if (count === 2 && /^v?\d[\w.-]*$/.test(second.text)) {
    return {
      range,
      message: `Write the version after a colon, without a space: FROM …:${second.text}.`,
      fix: { title: `Write :${second.text}`, edits: [{ range: gap, newText: ":" }], unsafe: true },
    };
  }
  if (count !== 2 || !isStageName(second.text) || second.text.toUpperCase() === "AS") {
    return {
      range,
      message:
        'FROM takes one image, and a name for the stage only after AS: "FROM image AS name". Remove the rest.',
    };
  }
  if (isTaken) {
    return {
      range,
      message: `FROM takes an image, and a name for the stage only after AS. Another stage is called "${second.text}" already: write AS and another name, or remove "${second.text}".`,
    };
  }
  const { start } = second.range;
  return {
    range,
    message: `FROM takes an image, and a name for the stage only after AS. Write "AS ${second.text}" or remove "${second.text}".`,
    fix: {
      title: `Name the stage: AS ${second.text}`,
      edits: [{ range: { start, end: start }, newText: "AS " }],
      unsafe: true,
    },
  };
}
