import type { Problem, Rule } from "../lint/rule";
import type { Word } from "../model/instruction";

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
    {
      text: "FROM alpine:3.22 AS build [|# compiles|]\n",
      fixed: "FROM alpine:3.22 AS build\n",
    },
    {
      text: "FROM alpine:3.22 [|# small|]\nFROM alpine:3.22 [|AS|]\n",
      fixed: "FROM alpine:3.22\nFROM alpine:3.22 AS\n",
    },
  ],

  checkInstruction({ keyword, words }, report) {
    const [image, second] = words;
    const last = words.at(-1);
    if (keyword !== "FROM" || !image || !second || !last) return;
    const remark = words.findIndex(({ text }) => text.startsWith("#"));
    if (words.length === 3 && remark < 0) return;
    const problem =
      remark > 0
        ? trailingRemark(words[remark - 1] ?? image, last)
        : words.length === 2 && /^[:@]/.test(second.text)
          ? strayBlank(image, second)
          : wrongCount(words.length, second, last);
    report({ ...problem, aliases: words.length === 3 ? [] : ["ARGUMENT_REQUIRES_ONE_OR_THREE"] });
  },
};

/** `FROM alpine:3.22 # small`: the builder knows comments on lines of their own only. */
function trailingRemark(before: Word, last: Word): Problem {
  const { end } = before.range;
  return {
    range: { start: { ...end, character: end.character + 1 }, end: last.range.end },
    message:
      "A comment stands on a line of its own: behind an instruction, # is just another word. Move it up.",
    fix: {
      title: "Remove the comment",
      edits: [{ range: { start: end, end: last.range.end }, newText: "" }],
      unsafe: true,
    },
  };
}

/** `FROM alpine :3.22` */
function strayBlank(image: Word, rest: Word): Problem {
  const range = { start: image.range.end, end: rest.range.start };
  return {
    range,
    message: `A blank parts ${rest.text} from the image's name. Remove it.`,
    fix: { title: "Remove the blank", edits: [{ range, newText: "" }], unsafe: true },
  };
}

function wrongCount(count: number, second: Word, last: Word): Problem {
  const range = { start: second.range.start, end: last.range.end };
  if (count !== 2 || !/^[a-z][\w.-]*$/i.test(second.text) || second.text.toUpperCase() === "AS") {
    return {
      range,
      message:
        'FROM takes "image" or "image AS name" and nothing else. Remove what is too much, or add what is missing.',
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
