import type { Range } from "vscode-languageserver-types";
import { heredocText } from "./heredocText";
import type { Flag, Instruction } from "./instruction";
import type { LogicalText } from "./logicalText";
import { namelessIn } from "./namelessIn";
import { oncePer } from "./oncePer";
import { type Expansion, expansionsIn, readTemplate, type TemplateOptions } from "./template";

/** One variable that the builder expands, and where it stands while its instruction stands at line 0. */
export interface ExpansionAtZero {
  readonly expansion: Expansion;
  /** Which of the expanded texts holds it: of ENV, LABEL and ARG, the number of the word. */
  readonly textIndex: number;
  /** The text that holds it, of which the expansion's offsets count. */
  readonly text: string;
  readonly range: Range;
  readonly nameRange: Range;
}

/** Every `$name` and `${name…}` that the builder itself expands in an instruction, in order. */
export const expansionsAtZero = oncePer((instruction: Instruction): readonly ExpansionAtZero[] => {
  const { keyword, escapeCharacter, line, heredocs } = instruction;
  const hasDollar = line.text.includes("$") || heredocs.some(({ body }) => body.includes("$"));
  if (!hasDollar) return [];
  return expandedTexts(instruction.atZero).flatMap(({ logical, quotes }, textIndex) => {
    if (!logical.text.includes("$")) return [];
    const template = readTemplate(logical.text, { escapeCharacter, quotes });
    const found = [...expansionsIn(template)];
    const isMount = keyword === "RUN" && logical.text.includes("from=");
    const expanded = isMount ? found.filter(({ start }) => !isInFrom(logical.text, start)) : found;
    return expanded.map((expansion) => ({
      expansion,
      textIndex,
      text: logical.text,
      range: logical.rangeOf(expansion.start, expansion.end),
      nameRange: logical.rangeOf(expansion.nameStart, expansion.nameEnd),
    }));
  });
});

/** `${}`, `${{` and `${:` have no name, and the builder stops there: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go */
export const namelessAtZero = oncePer(
  (instruction: Instruction): readonly { readonly range: Range; readonly text: string }[] => {
    if (!instruction.line.text.includes("${")) return [];
    return expandedTexts(instruction.atZero).flatMap(({ logical, quotes }) =>
      namelessIn(logical.text, instruction.escapeCharacter, quotes).map(({ start, end }) => ({
        range: logical.rangeOf(start, end),
        text: logical.text.slice(start, end),
      })),
    );
  },
);

/** A stretch of an instruction in which the builder expands variables. */
interface ExpandedText {
  readonly logical: LogicalText;
  readonly quotes: TemplateOptions["quotes"];
}

/**
 * RUN, CMD, ENTRYPOINT, SHELL and HEALTHCHECK leave their variables to the shell.
 * See https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
function expandedTexts(instruction: Instruction): ExpandedText[] {
  const { keyword, trigger, flags } = instruction;
  if (keyword === "ONBUILD") return trigger === undefined ? [] : expandedTexts(trigger);
  const names = EXPANDED_FLAGS[keyword];
  const values = flags
    .filter(({ name }) => names?.includes(name))
    .map((flag) => valueText(flag, instruction));
  return [...values, ...inArgument(instruction), ...inHeredocs(instruction)];
}

/** `--from` is not among them: the builder refuses a variable there, as it does for `from=` within `--mount`. */
const EXPANDED_FLAGS: { readonly [keyword: string]: readonly string[] | undefined } = {
  FROM: ["platform"],
  ADD: ["chown", "chmod", "checksum"],
  COPY: ["chown", "chmod"],
  RUN: ["mount"],
};

function isInFrom(mount: string, offset: number): boolean {
  return mount.startsWith("from=", mount.lastIndexOf(",", offset) + 1);
}

function valueText({ start, end, name }: Flag, { line }: Instruction): ExpandedText {
  return { logical: line.slice(Math.min(end, start + name.length + 3), end), quotes: "removed" };
}

function inArgument({ keyword, line, words, exec, heredocs, argument }: Instruction): ExpandedText[] {
  switch (keyword) {
    case "WORKDIR":
    case "USER":
    case "STOPSIGNAL":
      return [{ logical: argument, quotes: "removed" }];
    case "FROM":
    case "EXPOSE":
    case "ENV":
    case "LABEL":
    case "ARG":
    case "ADD":
    case "COPY":
    case "VOLUME": {
      const markers = new Set(heredocs.map(({ markerRange }) => keyOf(markerRange)));
      const places =
        exec === undefined
          ? words.filter(({ range }) => !markers.has(keyOf(range)))
          : exec.strings.map(({ start, end }) => ({ start: start + 1, end: end - 1 }));
      // Of FROM, what follows the image is no text to expand.
      const expanded = keyword === "FROM" ? places.slice(0, 1) : places;
      return expanded.map(({ start, end }) => ({ logical: line.slice(start, end), quotes: "removed" }));
    }
    default:
      return [];
  }
}

function inHeredocs({ keyword, heredocs }: Instruction): ExpandedText[] {
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  return heredocs
    .filter(({ expandsVariables }) => expandsVariables)
    .map((heredoc) => ({ logical: heredocText(heredoc), quotes: "kept" }));
}

function keyOf({ start }: Range): string {
  return `${start.line}:${start.character}`;
}
