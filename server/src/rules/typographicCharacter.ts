import type { Rule } from "../lint/rule";
import { strayCharacters } from "../model/strayCharacters";

export const typographicCharacter: Rule = {
  id: "typographic-character",
  aliases: [],
  severity: "warning",
  category: "syntax",
  summary: "A quote, dash or space is the typographic one that text programs put in place of the plain one.",
  rationale:
    "Word processors, chats and web pages replace plain quotes, hyphens and spaces by nicer ones. Neither the builder nor a shell knows those: curly quotes become part of the value, a long dash begins no option, and a no-break space separates nothing. They are easily missed, since they look right.",
  examples: [
    {
      text: "FROM alpine:3.22\nENV NAME=[|“|]a[|”|]\nRUN echo [|‘|]hi[|’|]\n",
      fixed: "FROM alpine:3.22\nENV NAME=\"a\"\nRUN echo 'hi'\n",
    },
    {
      text: "FROM alpine:3.22\nLABEL a=\"“b”\" c=it’s\nRUN echo don’t 'a – “b”' – a–b\nMAINTAINER “Joe”\nCMD [“echo”]\n",
    },
    {
      text: "FROM alpine:3.22\nRUN apk add [|–|]no-cache [|—|]U [|–|]q curl\n",
      fixed: "FROM alpine:3.22\nRUN apk add --no-cache -U -q curl\n",
    },
    {
      text: "FROM alpine:3.22\nRUN[|\u00A0|]echo a[|\u200B|] \\[|\u00A0|]\nCOPY a[|\u00A0|]b /\nENV A=1\u00A0B='\u00A0'\n",
      fixed: "FROM alpine:3.22\nRUN echo a \\ \nCOPY a b /\nENV A=1\u00A0B='\u00A0'\n",
    },
    { text: "FROM alpine:3.22\nCOPY <<EOF /a\n“a” – \u00A0b\nEOF\n" },
  ],

  checkInstruction(instruction, report) {
    for (const { range, kind, character, plain } of strayCharacters(instruction)) {
      report({
        range,
        message: messages[kind](character, plain),
        fix: { title: titles[kind](plain), edits: [{ range, newText: plain }], unsafe: true },
      });
    }
  },
};

const messages = {
  quote: (character: string, plain: string) =>
    `${character} is a typographic quote, which becomes part of the text and quotes nothing. Write ${plain}.`,
  dash: (character: string, plain: string) =>
    `${character} is a typographic dash, which begins no option. Write ${plain}.`,
  space: () => "This looks like a space but is a no-break or other special one. Write a plain space.",
  invisible: () => "An invisible character stands here. Remove it.",
} as const;

const titles = {
  quote: (plain: string) => `Write ${plain}`,
  dash: (plain: string) => `Write ${plain}`,
  space: () => "Write a plain space",
  invisible: () => "Remove the invisible character",
} as const;
