import type { Range } from "vscode-languageserver-types";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";

/** Words behind an instruction that were meant to be a comment. */
export interface TrailingRemark {
  /** Of its first word. */
  readonly index: number;
  /** From the `#` to the end, as if the instruction stood at line 0. */
  readonly rangeAtZero: Range;
  /** With the blanks before it. */
  readonly removalAtZero: Range;
  readonly text: string;
}

/**
 * `EXPOSE 80 # web`. The builder knows comments on lines of their own only; these words are arguments to it. In RUN and the
 * shell form of CMD the shell takes `#` for a comment, and what follows `ENV NAME value` without an equals sign is all value.
 */
export const trailingRemark = oncePer(({ atZero }: Instruction): TrailingRemark | undefined => {
  const { keyword, words, exec, line } = atZero;
  const [first] = words;
  if (exec || !first || !TAKE_WORDS.has(keyword)) return undefined;
  if (HAVE_PAIRS.has(keyword) && !first.text.includes("=")) return undefined;
  const index = words.findIndex(({ text }, at) => at > 0 && text.startsWith("#"));
  const [before, hash, last] = [words[index - 1], words[index], words.at(-1)];
  if (!before || !hash || !last) return undefined;
  return {
    index,
    rangeAtZero: line.rangeOf(hash.start, last.end),
    removalAtZero: line.rangeOf(before.end, last.end),
    text: line.text.slice(hash.start, last.end),
  };
});

const HAVE_PAIRS = new Set(["ENV", "LABEL"]);
const TAKE_WORDS = new Set([
  ...HAVE_PAIRS,
  ..."ADD ARG COPY EXPOSE FROM STOPSIGNAL USER VOLUME WORKDIR".split(" "),
]);
