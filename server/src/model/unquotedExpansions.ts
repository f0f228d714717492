import type { ScriptEdit } from "./editScript";
import { once } from "./once";
import { oncePer } from "./oncePer";
import { type Command, type ParsedScript, type SyntaxWord, type WordPart, walkSyntax } from "./shellSyntax";

/** An expansion outside quotes, where blanks in its value would make several words though one is meant. */
export interface UnquotedExpansion {
  /** Offsets of the script's text. */
  readonly start: number;
  readonly end: number;
  readonly part: Extract<WordPart, { type: "SimpleExpansion" | "ParameterExpansion" | "CommandExpansion" }>;
  /** Of a variable. */
  readonly name: string | undefined;
  /** `joined`: part of a longer word. `test`, `cd`: a word of its own where exactly one is wanted. */
  readonly place: "joined" | "test" | "cd";
  readonly command: Command;
  /** Puts it in quotes; undefined where that would change what it means. */
  readonly edits: readonly ScriptEdit[] | undefined;
}

/** Whole words are left out: there several may be meant, as in `apt-get install $PACKAGES`. Found once for a script. */
export const unquotedExpansions = oncePer((script: ParsedScript): readonly UnquotedExpansion[] => {
  const found: UnquotedExpansion[] = [];
  walkSyntax(script, (node) => {
    if (node.type === "Command") found.push(...inCommand(node));
  });
  return found.sort((a, b) => a.start - b.start);
});

function inCommand(command: Command): UnquotedExpansion[] {
  const { name, args } = command;
  // eval puts its words together again and reads them anew.
  if (name === undefined || name.text === "eval") return [];
  const words = args.flatMap((argument) => (argument.type === "Word" ? [argument] : []));
  return [name, ...words].flatMap((word, index) => {
    const [only, ...others] = word.parts ?? [];
    if (only === undefined) return [];
    if (others.length > 0) return joined(word, command);
    const place = placeOfWhole(index - 1, words, name.text);
    return place === undefined ? [] : expansion(only, place, command, () => aroundExpansion(only));
  });
}

/** Where a word that is nothing but an expansion has to be exactly one. */
function placeOfWhole(index: number, words: readonly SyntaxWord[], name: string): "test" | "cd" | undefined {
  if (index < 0) return undefined;
  if (name === "cd") return words.length === 1 ? "cd" : undefined;
  if (name !== "[" && name !== "test") return undefined;
  const before = words[index - 1]?.text ?? "";
  const isSide = comparisons.has(before) || comparisons.has(words[index + 1]?.text ?? "");
  return isSide || /^-[nz]$/.test(before) ? "test" : undefined;
}

const comparisons = new Set(["=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge"]);

function joined(word: SyntaxWord, command: Command): UnquotedExpansion[] {
  const { parts = [] } = word;
  const hasText = parts.some(({ type }) => literals.has(type));
  if (!hasText) return [];
  // The whole word is looked at once, however many parts it has.
  const around = once(() => aroundWord(word));
  return parts.flatMap((part) => expansion(part, "joined", command, () => around() ?? aroundExpansion(part)));
}

const literals: ReadonlySet<WordPart["type"]> = new Set(["Literal", "SingleQuoted", "DoubleQuoted"]);

function expansion(
  part: WordPart,
  place: UnquotedExpansion["place"],
  command: Command,
  edits: () => ScriptEdit[] | undefined,
): UnquotedExpansion[] {
  const { pos: start, end } = part;
  switch (part.type) {
    case "SimpleExpansion": {
      const name = part.text.slice(1);
      return /^[A-Za-z_]/.test(name) ? [{ start, end, part, name, place, command, edits: edits() }] : [];
    }
    case "ParameterExpansion": {
      const { parameter, prefix, index, operation } = part;
      // `${A:+--flag $A}` is written in order to be split, and lengths are numbers.
      const isMeant = operation?.type === "Default" && operation.operator.endsWith("+");
      if (prefix !== undefined || index !== undefined || isMeant || !/^[A-Za-z_]/.test(parameter)) return [];
      return [{ start, end, part, name: parameter, place, command, edits: edits() }];
    }
    case "CommandExpansion":
      return [{ start, end, part, name: undefined, place, command, edits: edits() }];
    default:
      return [];
  }
}

/** From behind `--name=` or `NAME=` to the end of the word, where nothing in it has a meaning that quotes take away. */
function aroundWord({ pos, end, text, parts = [] }: SyntaxWord): ScriptEdit[] | undefined {
  const isPlain = parts.every((part) =>
    part.type === "Literal" ? !/[\\~!]/.test(part.text) && part.text === part.value : canBeQuoted(part),
  );
  if (!isPlain) return undefined;
  const start = pos + (/^[-\w.]+=/.exec(text)?.[0].length ?? 0);
  return quotes(start, end);
}

function aroundExpansion(part: WordPart): ScriptEdit[] | undefined {
  return canBeQuoted(part) ? quotes(part.pos, part.end) : undefined;
}

/** Within quotes, quotes and backslashes of an operand or of backticks are read otherwise. */
function canBeQuoted(part: WordPart): boolean {
  switch (part.type) {
    case "SimpleExpansion":
      return true;
    case "ParameterExpansion":
      return !/["'\\]/.test(part.text);
    case "CommandExpansion":
      return part.text.startsWith("$(") || !/["'\\]/.test(part.text);
    default:
      return false;
  }
}

function quotes(start: number, end: number): ScriptEdit[] {
  return [
    { start, end: start, text: '"' },
    { start: end, end, text: '"' },
  ];
}
