import type { Fix, Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { type Pair, pairs } from "../model/pairs";

export const legacyKeyValueFormat: Rule = {
  id: "legacy-key-value-format",
  aliases: ["LegacyKeyValueFormat"],
  severity: "warning",
  category: "style",
  summary: "ENV or LABEL has a space between name and value instead of an equals sign.",
  rationale:
    "The form is deprecated: it sets one variable only, to all of the rest of the line, which surprises those who write two. Put an equals sign, and quotes around a value with blanks.",
  examples: [
    { text: "FROM alpine:3.22\nENV [|DIR /app|]\n", fixed: "FROM alpine:3.22\nENV DIR=/app\n" },
    { text: "FROM alpine:3.22\nENV DIR=/app NAME='a b'\nLABEL a=b\nARG A\n" },
    {
      text: 'FROM alpine:3.22\nLABEL [|name  My $APP|]\nENV [|a "b c"|]\nONBUILD ENV [|A b\\ c|]\n',
      fixed: 'FROM alpine:3.22\nLABEL name="My $APP"\nENV a="b c"\nONBUILD ENV A=b\\ c\n',
    },
    {
      text: 'FROM alpine:3.22\nENV [|A b "c d" e|]\nENV [|OPTIONS -a \\\n  -b|]\n',
      fixed: 'FROM alpine:3.22\nENV A=b\\ "c d"\\ e\nENV OPTIONS="-a \\\n  -b"\n',
    },
    { text: "FROM alpine:3.22\nENV [|A it's|]\n" },
    {
      text: "FROM alpine:3.22\nENV [|A = 1|]\nLABEL [|b =2|]\nENV [|C: 3|]\n",
      fixed: "FROM alpine:3.22\nENV A=1\nLABEL b=2\nENV C=3\n",
    },
    { text: "FROM alpine:3.22\nENV [|A = b c|]\n" },
    { text: "FROM alpine:3.22\nENV [|B =|]\n", fixed: "FROM alpine:3.22\nENV B=\n" },
  ],

  checkInstruction(instruction, report) {
    for (const pair of pairs(instruction)) {
      if (pair.separator !== "blank") continue;
      const meant = meantPair(pair, instruction);
      const fix = equalsSign(pair, instruction);
      if (meant) report({ range: pair.range, ...meant });
      else
        report({
          range: pair.range,
          message: `Write an equals sign between name and value: ${instruction.keyword} ${pair.name}=….`,
          ...(fix && { fix: { title: "Write an equals sign", edits: fix } }),
        });
    }
  },
};

/** `A = 1` and `A: 1`, where the builder takes the sign for a part of the value or of the name. */
function meantPair(
  { text = "", name, nameRange, range }: Pair,
  { keyword, words }: Instruction,
): { message: string; fix?: Fix } | undefined {
  const isSpaced = text.startsWith("=");
  if (!isSpaced && !/^\w+:$/.test(name)) return undefined;
  const plain = isSpaced ? name : name.slice(0, -1);
  const [value, ...more] = words
    .slice(1)
    .map((word) => word.text)
    .filter((word) => word !== "=");
  const written = `${plain}=${(isSpaced && value?.startsWith("=") ? value.slice(1) : value) ?? ""}`;
  const isWhole = more.length === 0 && range.start.line === range.end.line;
  const edits = [{ range: { start: nameRange.start, end: range.end }, newText: written }];
  return {
    message: isSpaced
      ? `With a space before it, the equals sign becomes part of the value. Write ${keyword} ${plain}=… without spaces.`
      : `The colon becomes part of the name. Write an equals sign without spaces: ${keyword} ${plain}=….`,
    ...(isWhole && { fix: { title: `Write ${written}`, edits, unsafe: true } }),
  };
}

function equalsSign(
  { text, nameRange, valueRange }: Pair,
  { words, argument, escapeCharacter }: Instruction,
): Fix["edits"] | undefined {
  if (text === undefined || !valueRange || words.some(({ unclosedQuote }) => unclosedQuote)) return undefined;
  const between = { start: nameRange.end, end: valueRange.start };
  // A single word needs nothing more.
  if (words.length === 2) return [{ range: between, newText: "=" }];
  const at = (offset: number) => {
    const { start } = argument.rangeOf(offset, offset);
    return { start, end: start };
  };
  const start = argument.text.indexOf(text, argument.text.search(/\s/));
  if (!/["']/.test(text) && !text.includes(escapeCharacter)) {
    const end = { start: valueRange.end, end: valueRange.end };
    return [
      { range: between, newText: '="' },
      { range: end, newText: '"' },
    ];
  }
  // Quotes within the value take away themselves, so blanks outside of them are escaped one by one.
  const blanks = outsideOfWords(words.slice(1), text.length, words[1]?.start ?? 0);
  return [
    { range: between, newText: "=" },
    ...blanks.map((offset) => ({ range: at(start + offset), newText: escapeCharacter })),
  ];
}

/** Offsets of what stands between words. */
function outsideOfWords(words: Instruction["words"], length: number, base: number): number[] {
  const inside = (offset: number) =>
    words.some(({ start, end }) => offset + base >= start && offset + base < end);
  return Array.from({ length }, (_, offset) => offset).filter((offset) => !inside(offset));
}
