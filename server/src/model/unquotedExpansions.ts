import type { ScriptEdit } from "./editScript";
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
  /** `joined`: part of a longer word. `compared`: one side of a comparison in `[ … ]`, which needs a word there. */
  readonly place: "joined" | "compared";
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
  if (name.text === "[" || name.text === "test") return words.flatMap((word, index) => compared(word, index, words));
  return [name, ...words].flatMap(joined);
}

function compared(word: SyntaxWord, index: number, words: readonly SyntaxWord[]): UnquotedExpansion[] {
  const isSide = [words[index - 1], words[index + 1]].some((other) => other && comparisons.has(other.text));
  const [only] = word.parts ?? [];
  if (!isSide || word.parts?.length !== 1 || only === undefined) return joined(word);
  return expansion(only, "compared", () => aroundExpansion(only));
}

const comparisons = new Set(["=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge"]);

function joined(word: SyntaxWord): UnquotedExpansion[] {
  const { parts = [] } = word;
  const hasText = parts.some(({ type }) => type === "Literal" || type === "SingleQuoted" || type === "DoubleQuoted");
  if (!hasText) return [];
  return parts.flatMap((part) => expansion(part, "joined", () => aroundWord(word) ?? aroundExpansion(part)));
}

function expansion(
  part: WordPart,
  place: UnquotedExpansion["place"],
  edits: () => ScriptEdit[] | undefined,
): UnquotedExpansion[] {
  const { pos: start, end } = part;
  switch (part.type) {
    case "SimpleExpansion": {
      const name = part.text.slice(1);
      return /^[A-Za-z_]/.test(name) ? [{ start, end, part, name, place, edits: edits() }] : [];
    }
    case "ParameterExpansion": {
      const { parameter, prefix, index, operation } = part;
      // `${A:+--flag $A}` is written in order to be split, and lengths are numbers.
      const isMeant = operation?.type === "Default" && operation.operator.endsWith("+");
      if (prefix !== undefined || index !== undefined || isMeant || !/^[A-Za-z_]/.test(parameter)) return [];
      return [{ start, end, part, name: parameter, place, edits: edits() }];
    }
    case "CommandExpansion":
      return [{ start, end, part, name: undefined, place, edits: edits() }];
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
