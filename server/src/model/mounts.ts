import type { Range } from "vscode-languageserver-types";
import { flagText } from "./flagText";
import type { Flag, Instruction } from "./instruction";
import type { LogicalText } from "./logicalText";
import { oncePer } from "./oncePer";
import { moveRange } from "./placedInstruction";

/** One `--mount=key=value,…` of a RUN. */
export interface Mount {
  readonly flag: Flag;
  /** Lower case; `bind` where none is written, as the builder has it. Undefined where a variable stands in it. */
  readonly type: string | undefined;
  readonly options: readonly MountOption[];
}

export interface MountOption {
  /** Lower case, as the builder reads it. */
  readonly key: string;
  /** Undefined without an equals sign. */
  readonly value: string | undefined;
  readonly range: Range;
  readonly keyRange: Range;
  readonly valueRange: Range | undefined;
}

/** The mounts of a RUN in the order written, empty for any other instruction. What is left of the value without its quotes is read as one line of CSV. */
export function mountsOf(instruction: Instruction): readonly Mount[] {
  const found = mountsAtZero(instruction.atZero);
  if (instruction.firstLine === 0) return found;
  const move = (range: Range) => moveRange(range, instruction.firstLine);
  return found.map(({ flag, type, options }) => ({
    flag: instruction.flags.find(({ start }) => start === flag.start) ?? flag,
    type,
    options: options.map((option) => ({
      ...option,
      range: move(option.range),
      keyRange: move(option.keyRange),
      valueRange: option.valueRange && move(option.valueRange),
    })),
  }));
}

const mountsAtZero = oncePer((instruction: Instruction): readonly Mount[] => {
  if (instruction.keyword !== "RUN") return [];
  return instruction.flags
    .filter(({ name, value }) => name === "mount" && value)
    .map((flag) => mountOf(flag, instruction));
});

function mountOf(flag: Flag, { line }: Instruction): Mount {
  const value = flagText(line, flag) ?? line.slice(flag.end, flag.end);
  const options = fields(value.text).map(({ from, to }) => optionBetween(value, from, to));
  const type = options.find(({ key }) => key === "type")?.value?.toLowerCase() ?? "bind";
  return { flag, type: type.includes("$") ? undefined : type, options };
}

/** Where the fields between commas stand; a comma in quotes parts nothing. */
function fields(text: string): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (at < text.length && (text[at] !== "," || isQuoted)) continue;
    found.push({ from, to: at });
    from = at + 1;
  }
  return found;
}

function optionBetween(value: LogicalText, start: number, end: number): MountOption {
  const text = value.text.slice(start, end);
  const quote = text.startsWith('"') ? 1 : 0;
  const equals = text.indexOf("=");
  const keyEnd = equals < 0 ? text.length - (text.endsWith('"') ? quote : 0) : equals;
  return {
    key: text.slice(quote, keyEnd).toLowerCase(),
    value: equals < 0 ? undefined : text.slice(equals + 1).replaceAll('"', ""),
    range: value.rangeOf(start, end),
    keyRange: value.rangeOf(start + quote, start + keyEnd),
    valueRange: equals < 0 ? undefined : value.rangeOf(start + equals + 1, end),
  };
}
