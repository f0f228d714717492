import type { Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { type OpenQuote, openQuote } from "../model/openQuote";

export const unclosedQuote: Rule = {
  id: "unclosed-quote",
  aliases: ["SYNTAX_MISSING_DOUBLE_QUOTE", "SYNTAX_MISSING_SINGLE_QUOTE"],
  severity: "error",
  category: "syntax",
  summary: "A quote is opened and never closed.",
  rationale:
    "In its own instructions the builder reads on in search of the second quote, and stops when there is none. An apostrophe that is meant as such is written `\\'`, or stands between double quotes.",
  examples: [
    { text: 'FROM alpine:3.22\nENV NAME=[|"a b|]\n' },
    { text: "FROM alpine:3.22\nENV A=\"a b\" B='c d' C=it\\'s\nLABEL note=\"it's fine\"\nRUN echo it's\n" },
    { text: 'FROM alpine:3.22\nLABEL a=1 b=[|\'x y|]\nENV A="b"c[|"d|]\nARG B="\\""[|\'c|]\n' },
    { text: 'FROM alpine:3.22\nCOPY it[|\'s|] /a\nCOPY ["it[|\'s|]", "/a"]\nWORKDIR [|"/app|]\nUSER "a"\n' },
    { text: '# escape=`\nFROM alpine:3.22\nENV A=`" B="\\"[|"|]\n' },
    { text: "FROM alpine:3.22\nCOPY <<'EOF' /a\nit's\nEOF\nCMD echo it's\nONBUILD WORKDIR [|'a|]\n" },
  ],

  checkInstruction(instruction, report) {
    const { line } = instruction;
    for (const { start, end, text } of expandedPlaces(instruction)) {
      const open = openQuote(text, instruction.escapeCharacter);
      if (open) report({ range: line.rangeOf(start + open.at, end), ...saying(open) });
    }
  },
};

interface Place {
  readonly text: string;
  /** Offsets in the instruction's line. */
  readonly start: number;
  readonly end: number;
}

/** What the builder itself takes the quotes from. Elsewhere a lone quote is the shell's business, or just a character. */
function expandedPlaces({ keyword, exec, words, line, heredocs }: Instruction): Place[] {
  if (!expanded.has(keyword)) return [];
  if (exec) {
    return exec.strings.map(({ start, end }) => ({
      text: line.text.slice(start + 1, end - 1),
      start: start + 1,
      end: end - 1,
    }));
  }
  const places = keyword === "FROM" ? words.slice(0, 1) : words;
  return heredocs.length > 0 ? places.filter(({ text }) => !text.includes("<<")) : [...places];
}

const expanded = new Set("ADD ARG COPY ENV EXPOSE FROM LABEL STOPSIGNAL USER VOLUME WORKDIR".split(" "));

function saying({ quote }: OpenQuote) {
  return {
    message: `The quote ${quote} is opened here and never closed. Add ${quote} where it ends.`,
    aliases: [quote === '"' ? "SYNTAX_MISSING_DOUBLE_QUOTE" : "SYNTAX_MISSING_SINGLE_QUOTE"],
  };
}
