import type { Range } from "vscode-languageserver-types";
import type { Instruction, Word } from "./instruction";
import { oncePer } from "./oncePer";
import { trailingRemark } from "./trailingRemark";

/** One word of an EXPOSE, read as `[host:]first[-last][/protocol]` without judging it. */
export interface ExposedPort {
  readonly word: Word;
  readonly range: Range;
  /** As written, before the slash and behind the last colon. */
  readonly portText: string;
  readonly portRange: Range;
  /** Undefined where the port is no number, or a variable is in it. */
  readonly first: number | undefined;
  /** The same as `first` where there is no range. */
  readonly last: number | undefined;
  /** As written; undefined where none is named, which means tcp. */
  readonly protocol: string | undefined;
  readonly protocolRange: Range | undefined;
  /** What stands before the last colon, as in `8080:80`: a mapping that belongs to `docker run -p`. */
  readonly host: string | undefined;
  readonly hasVariable: boolean;
}

/** The ports of an EXPOSE in the order written, a comment behind them left out; empty for any other instruction. */
export function exposedPorts(instruction: Instruction): readonly ExposedPort[] {
  return instruction.keyword === "EXPOSE" ? portsOf(instruction) : NONE;
}

const NONE: readonly ExposedPort[] = [];

const portsOf = oncePer((instruction: Instruction): readonly ExposedPort[] => {
  const { words, line } = instruction;
  return words.slice(0, trailingRemark(instruction)?.index).map((word) => {
    const quoted = /^(["'])(.*)\1$/.exec(word.text);
    const text = quoted?.[2] ?? word.text;
    const start = word.start + (quoted ? 1 : 0);
    const end = start + text.length;
    const outsideBraces = text.replace(/\$\{[^}]*\}?/g, (variable) => "x".repeat(variable.length));
    const slash = outsideBraces.indexOf("/");
    const portEnd = slash < 0 ? text.length : slash;
    const colon = outsideBraces.lastIndexOf(":", portEnd - 1);
    const isMapping = portEnd > 0 && colon >= 0;
    const portStart = isMapping ? colon + 1 : 0;
    const portText = text.slice(portStart, portEnd);
    const numbers = /^(\d+)(?:-(\d+))?$/.exec(portText);
    return {
      word,
      range: word.range,
      portText,
      portRange: line.rangeOf(start + portStart, start + portEnd),
      first: numbers?.[1] === undefined ? undefined : Number(numbers[1]),
      last: numbers === null ? undefined : Number(numbers[2] ?? numbers[1]),
      protocol: slash < 0 ? undefined : text.slice(slash + 1),
      protocolRange: slash < 0 ? undefined : line.rangeOf(start + slash + 1, end),
      host: isMapping ? text.slice(0, colon) : undefined,
      hasVariable: text.includes("$"),
    };
  });
});
