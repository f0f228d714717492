import type { Range } from "vscode-languageserver-types";
import { skipBlanks } from "./blanks";
import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import { moveRange } from "./placedInstruction";
import { unquote } from "./quoting";
import { readTemplate, type Template } from "./template";

/** One `NAME=value` of an ENV, LABEL or ARG. */
export interface Pair {
  /** Without quotes. */
  readonly name: string;
  readonly nameRange: Range;
  /** As written, quotes kept; undefined for a name alone. */
  readonly text: string | undefined;
  /** Without quotes and escapes, variables as written. */
  readonly value: string | undefined;
  readonly valueRange: Range | undefined;
  readonly range: Range;
  /** `equals`: `NAME=value`; `blank`: `NAME value`, the form that is deprecated; `none`: a name alone. */
  readonly separator: "equals" | "blank" | "none";
  /** Offsets in the instruction's `line`. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number | undefined;
}

/** The pairs of an ENV, LABEL or ARG, empty for any other instruction. Words without `=` are pairs without a value. */
export function pairs(instruction: Instruction): readonly Pair[] {
  const found = pairsAtZero(instruction.atZero);
  if (instruction.firstLine === 0) return found;
  return found.map((pair) => ({
    ...pair,
    range: moveRange(pair.range, instruction.firstLine),
    nameRange: moveRange(pair.nameRange, instruction.firstLine),
    valueRange: pair.valueRange && moveRange(pair.valueRange, instruction.firstLine),
  }));
}

/** What the builder expands to get the value of each pair; undefined for a name alone. The same for as long as the text is. */
export function pairTemplates(instruction: Instruction): readonly (Template | undefined)[] {
  return templatesAtZero(instruction.atZero);
}

const templatesAtZero = oncePer((instruction: Instruction) =>
  pairsAtZero(instruction).map(({ text }) => {
    if (text === undefined) return undefined;
    return readTemplate(text, { escapeCharacter: instruction.escapeCharacter, quotes: "removed" });
  }),
);

const HAS_PAIRS = new Set(["ENV", "LABEL", "ARG"]);

/** For this room: the same while the instruction stands at line 0. */
export const pairsAtZero = oncePer((instruction: Instruction): readonly Pair[] => {
  const { keyword, words } = instruction;
  const [first] = words;
  if (!HAS_PAIRS.has(keyword) || first === undefined) return [];
  // Whether the first word has an equals sign decides for all, as in BuildKit.
  if (keyword !== "ARG" && !first.text.includes("=") && words.length > 1) return [blankPair(instruction)];
  return words.map(({ text, start, end }) => {
    const equals = text.indexOf("=");
    return pairBetween(instruction, start, end, equals < 0 ? undefined : start + equals, "equals");
  });
});

/** `ENV NAME the rest of the line`. */
function blankPair(instruction: Instruction): Pair {
  const { words } = instruction;
  const start = words[0]?.start ?? 0;
  const separator = words[0]?.end ?? start;
  const end = words.at(-1)?.end ?? separator;
  return pairBetween(instruction, start, end, separator, "blank");
}

function pairBetween(
  { line, escapeCharacter }: Instruction,
  start: number,
  end: number,
  separatorAt: number | undefined,
  separator: "equals" | "blank",
): Pair {
  const nameEnd = separatorAt ?? end;
  const valueStart =
    separatorAt === undefined
      ? undefined
      : separator === "equals"
        ? separatorAt + 1
        : skipBlanks(line.text, separatorAt, end);
  const text = valueStart === undefined ? undefined : line.text.slice(valueStart, end);
  return {
    name: unquote(line.text.slice(start, nameEnd), escapeCharacter),
    nameRange: line.rangeOf(start, nameEnd),
    text,
    value: text === undefined ? undefined : unquote(text, escapeCharacter),
    valueRange: valueStart === undefined ? undefined : line.rangeOf(valueStart, end),
    range: line.rangeOf(start, end),
    separator: separatorAt === undefined ? "none" : separator,
    start,
    end,
    valueStart,
  };
}
