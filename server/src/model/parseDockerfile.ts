import { type Chunk, cutIntoChunks } from "./chunks";
import type { Dockerfile } from "./dockerfile";
import { DockerfileModel, type DockerfileParts, type ParsedTexts } from "./dockerfileModel";
import { firstWhere } from "./firstWhere";
import type { Instruction } from "./instruction";
import { lineIndex } from "./lineIndex";
import { parseInstruction } from "./parseInstruction";
import { escapeCharacterOf, parserDirectives } from "./parserDirectives";
import { placeInstruction } from "./placedInstruction";
import { unchangedParts } from "./unchangedParts";

/**
 * Reads any text as a Dockerfile; never throws.
 *
 * The text is cut into instructions in one linear pass, and each is parsed by itself, as if it stood at line 0. Given the
 * model of an earlier version of the text, what stands above and below the change is taken over as it is, and what was
 * parsed of the same text elsewhere is used again; what is expensive and depends on the whole (stages, variables) is
 * worked out when it is first asked for. So a keystroke costs one instruction and a comparison of the two texts.
 */
export function parseDockerfile(text: string, previous?: Dockerfile): Dockerfile {
  // The builder drops a byte order mark. A blank in its place leaves every position as it is.
  const mark = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const index = lineIndex(mark === 1 ? ` ${text.slice(1)}` : text);
  const directives = parserDirectives(index, mark);
  const escapeCharacter = escapeCharacterOf(index);
  const head = { text, index, directives };
  const earlier = previous instanceof DockerfileModel ? previous : undefined;
  const isAlike =
    earlier?.escapeCharacter === escapeCharacter && earlier.directives.length === directives.length;
  return isAlike
    ? parsedFrom(earlier, head)
    : parsedAfresh({
        ...head,
        parsed:
          earlier?.escapeCharacter === escapeCharacter
            ? earlier.parsed
            : { escapeCharacter, byText: new Map() },
      });
}

const BYTE_ORDER_MARK = 0xfeff;

type TextHead = Pick<DockerfileParts, "text" | "index" | "directives">;

function parsedAfresh(head: TextHead & Pick<DockerfileParts, "parsed">): Dockerfile {
  const { index, directives, parsed } = head;
  const cut = cutIntoChunks(index, directives.length, parsed.escapeCharacter);
  const instructions = cut.instructions.map((chunk) =>
    placeInstruction(parsedOnce(chunk, parsed), chunk.firstLine),
  );
  return new DockerfileModel({
    ...head,
    parsed: withoutStale(parsed, instructions),
    commentLines: cut.commentLines,
    earlierComments: [],
    earlierResolution: undefined,
    instructions,
  });
}

function parsedFrom(earlier: DockerfileModel, head: TextHead): Dockerfile {
  const { index, directives } = head;
  const { parsed } = earlier;
  const unchanged = unchangedParts(earlier, index, directives.length);
  const { before, firstLine, shift } = unchanged;
  let { after } = unchanged;
  // What was changed may reach into the instructions behind it, as an escape character at its end does.
  const passOver = (line: number): void => {
    while (lineOf(earlier, after) + shift < line) after++;
  };
  const cut = cutIntoChunks(index, firstLine, parsed.escapeCharacter, (line) => {
    passOver(line);
    return lineOf(earlier, after) + shift === line;
  });
  passOver(cut.endLine);
  const instructions = [
    ...earlier.instructions.slice(0, before),
    ...cut.instructions.map((chunk) => placeInstruction(parsedOnce(chunk, parsed), chunk.firstLine)),
    ...earlier.instructions
      .slice(after)
      .map((one) => (shift === 0 ? one : placeInstruction(one.atZero, one.firstLine + shift))),
  ];
  return new DockerfileModel({
    ...head,
    ...commentsFrom(earlier, cut.commentLines, { firstLine, lastLine: lineOf(earlier, after), shift }),
    parsed: withoutStale(parsed, instructions),
    earlierResolution: earlier.knownResolution,
    instructions,
  });
}

/** Those above `firstLine` and from `lastLine` on are the earlier ones, the latter moved. */
function commentsFrom(
  { commentLines, knownComments = [] }: DockerfileModel,
  between: readonly number[],
  { firstLine, lastLine, shift }: { firstLine: number; lastLine: number; shift: number },
): Pick<DockerfileParts, "commentLines" | "earlierComments"> {
  const above = firstWhere(commentLines, (line) => line >= firstLine);
  const below = Math.max(
    above,
    firstWhere(commentLines, (line) => line >= lastLine),
  );
  return {
    commentLines: [
      ...commentLines.slice(0, above),
      ...between,
      ...commentLines.slice(below).map((line) => line + shift),
    ],
    earlierComments: [
      ...knownComments.slice(0, above),
      ...between.map(() => undefined),
      ...(shift === 0 ? knownComments.slice(below) : []),
    ],
  };
}

/** Where the n-th instruction begins; below everything where there is none. */
function lineOf({ instructions }: DockerfileModel, index: number): number {
  return instructions[index]?.firstLine ?? Number.POSITIVE_INFINITY;
}

function parsedOnce({ text }: Chunk, { byText, escapeCharacter }: ParsedTexts): Instruction {
  const known = byText.get(text);
  if (known !== undefined) return known;
  const key = detached(text);
  const instruction = parseInstruction(key, escapeCharacter);
  byText.set(key, instruction);
  return instruction;
}

/** Versions share what was parsed, so that a line that is cut and pasted, or undone, is known. Once most of it is gone, the rest is dropped. */
function withoutStale(parsed: ParsedTexts, instructions: readonly Instruction[]): ParsedTexts {
  const { escapeCharacter, byText } = parsed;
  if (byText.size <= 2 * instructions.length + SPARE_TEXTS) return parsed;
  const present = new Set(instructions.map(({ atZero }) => atZero));
  return { escapeCharacter, byText: new Map([...byText].filter(([, atZero]) => present.has(atZero))) };
}

const SPARE_TEXTS = 64;

/**
 * A copy that does not hold on to the string it was cut from. An engine may keep a slice as a view of the whole, so that
 * one kept instruction would keep a whole version of the document.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
