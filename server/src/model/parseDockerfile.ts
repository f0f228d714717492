import { type Chunk, cutIntoChunks } from "./chunks";
import type { Dockerfile } from "./dockerfile";
import { DockerfileModel, type ParsedText, type ParsedTexts } from "./dockerfileModel";
import type { EscapeCharacter } from "./head";
import type { Instruction } from "./instruction";
import { lineIndex } from "./lineIndex";
import { parseInstruction } from "./parseInstruction";
import { escapeCharacterOf, parserDirectives } from "./parserDirectives";
import { placeInstruction } from "./placedInstruction";

/**
 * Reads any text as a Dockerfile; never throws.
 *
 * The text is cut into instructions in one linear pass, and each is parsed by itself, as if it stood at line 0. Given the
 * model of an earlier version of the text, what was parsed there is taken over for every instruction whose own text is
 * the same, wherever it stands now; what is expensive and depends on the whole (stages, variables) is worked out when it is
 * first asked for. So a keystroke costs one instruction and a glance at each line.
 */
export function parseDockerfile(text: string, previous?: Dockerfile): Dockerfile {
  // The builder drops a byte order mark. A blank in its place leaves every position as it is.
  const mark = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const index = lineIndex(mark === 1 ? ` ${text.slice(1)}` : text);
  const directives = parserDirectives(index, mark);
  const escapeCharacter = escapeCharacterOf(index);
  const { instructions, commentLines } = cutIntoChunks(index, directives.length, escapeCharacter);
  const earlier = previous instanceof DockerfileModel ? previous.parsed : undefined;
  const parsed: ParsedTexts = { escapeCharacter, byText: new Map() };
  const place = placer(previous);
  const placed = instructions.map((chunk) =>
    place(
      parsedOnce(chunk, parsed, earlier?.escapeCharacter === escapeCharacter ? earlier : undefined),
      chunk.firstLine,
    ),
  );
  return new DockerfileModel({ text, index, directives, commentLines, instructions: placed, parsed });
}

const BYTE_ORDER_MARK = 0xfeff;

function parsedOnce({ text }: Chunk, into: ParsedTexts, earlier: ParsedTexts | undefined): Instruction {
  const found = into.byText.get(text) ?? earlier?.byText.get(text);
  const kept = found ?? parseAndKeep(detached(text), into.escapeCharacter);
  into.byText.set(kept.text, kept);
  return kept.instruction;
}

function parseAndKeep(text: string, escapeCharacter: EscapeCharacter): ParsedText {
  return { text, instruction: parseInstruction(text, escapeCharacter) };
}

/**
 * A copy that does not hold on to the string it was cut from. An engine may keep a slice as a view of the whole, so that
 * one kept instruction would keep a whole version of the document.
 */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Takes over the earlier instruction itself where text and line are the same, with the ranges it has worked out. */
function placer(previous: Dockerfile | undefined): (atZero: Instruction, firstLine: number) => Instruction {
  const earlier = previous?.instructions ?? [];
  let next = 0;
  return (atZero, firstLine) => {
    while ((earlier[next]?.firstLine ?? firstLine) < firstLine) next++;
    const candidate = earlier[next];
    const isSame = candidate?.firstLine === firstLine && candidate.atZero === atZero;
    return isSame ? candidate : placeInstruction(atZero, firstLine);
  };
}
