import { DockerfileParser, type From } from "dockerfile-ast";
import type { Range } from "vscode-languageserver-types";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { moveRange } from "./placedInstruction";

/** The parts of what FROM names as they are written, variables unexpanded. */
export interface WrittenImage {
  readonly registryRange: Range | undefined;
  /** Without registry, tag and digest. */
  readonly nameRange: Range;
  /** Behind the colon; empty where nothing follows it. */
  readonly tagRange: Range | undefined;
  /** Behind the `@`. */
  readonly digestRange: Range | undefined;
}

/** Undefined for a FROM that names nothing. */
export function writtenImage(from: Instruction): WrittenImage | undefined {
  const parts = partsAtZero(from.atZero);
  if (parts === undefined || from.firstLine === 0) return parts;
  const move = (range: Range | undefined) => range && moveRange(range, from.firstLine);
  return {
    registryRange: move(parts.registryRange),
    nameRange: moveRange(parts.nameRange, from.firstLine),
    tagRange: move(parts.tagRange),
    digestRange: move(parts.digestRange),
  };
}

/**
 * dockerfile-ast takes the image apart. It is given the image alone, without its digest, since with one it counts the tag
 * to the name; and nothing longer than a reference can be, since it reads character by character into new strings.
 *
 * The rest of the model does without it: it takes heredoc bodies for arguments, splits flags and pairs at quoted blanks,
 * knows few of the variable modifiers, and cannot parse again only what changed. dockerfileAst.test.ts holds our reading
 * against it wherever the two should agree.
 */
const partsAtZero = oncePer(({ keyword, words, line }: Instruction): WrittenImage | undefined => {
  const [word] = words;
  if (keyword !== "FROM" || word === undefined) return undefined;
  // Quotes around the whole are no part of it.
  const quotes = /^(["']).*\1$/s.test(word.text) ? 1 : 0;
  const [start, end] = [word.start + quotes, word.end - quotes];
  const text = line.text.slice(start, end);
  const at = text.indexOf("@");
  const image = at < 0 ? text : text.slice(0, at);
  const digestRange = at < 0 ? undefined : line.rangeOf(start + at + 1, end);
  const whole = {
    registryRange: undefined,
    nameRange: line.rangeOf(start, end),
    tagRange: undefined,
    digestRange,
  };
  if (image === "" || image.length > LONGEST) return whole;
  const [parsed] = DockerfileParser.parse(PREFIX + image).getInstructions();
  const from = parsed as From | undefined;
  const place = (range: Range | null | undefined): Range | undefined => {
    if (!range) return undefined;
    const shift = start - PREFIX.length;
    return line.rangeOf(range.start.character + shift, range.end.character + shift);
  };
  const nameRange = place(from?.getImageNameRange());
  if (nameRange === undefined) return whole;
  return {
    registryRange: place(from?.getRegistryRange()),
    nameRange,
    tagRange: place(from?.getImageTagRange()),
    digestRange,
  };
});

const PREFIX = "FROM ";
const LONGEST = 1024;
