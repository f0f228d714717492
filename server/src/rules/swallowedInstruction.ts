import { instructionEntry } from "../grammar/instructions";
import type { Fix, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";
import { picked } from "../model/sections";

export const swallowedInstruction: Rule = {
  id: "swallowed-instruction",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "An instruction is part of the one above, whose line ends with a backslash.",
  rationale:
    "A backslash at the end of a line joins the next line to it, so the instruction that begins there is only more text for the one above. Most often a last line was removed and its backslash stayed, or a Windows path ends with one: there write `# escape=\\`` on the file's first line.",
  examples: [
    {
      text: "FROM alpine:3.22\nRUN apk add --no-cache \\\n    git \\\n[|COPY|] . /app\n",
      fixed: "FROM alpine:3.22\nRUN apk add --no-cache \\\n    git\nCOPY . /app\n",
    },
    {
      text: 'FROM alpine:3.22\nRUN make && \\\n[|CMD|] ["a"]\n',
      fixed: 'FROM alpine:3.22\nRUN make\nCMD ["a"]\n',
    },
    {
      text: 'FROM alpine:3.22\nHEALTHCHECK --interval=5m \\\n  CMD a\nONBUILD \\\n  RUN b\nRUN echo "a \\\nRUN b" \\\n  USER\nRUN case $1 in \\\n  COPY ) a ;; \\\n  esac\n',
    },
    {
      text: "FROM alpine:3.22\nWORKDIR C:\\app\\\n[|COPY|] . .\n",
      fixed: "FROM alpine:3.22\nWORKDIR C:\\app\nCOPY . .\n",
    },
    { text: "FROM alpine:3.22\nRUN make \\\n  # all\n  && \\\n[|EXPOSE|] 80\n" },
  ],

  check(dockerfile, report) {
    for (const instruction of swallowing(dockerfile)) {
      for (const { start, end } of swallowedAtZero(instruction.atZero)) {
        const { firstLine, keyword, line, escapeCharacter } = instruction;
        report({
          range: line.rangeOf(start, end),
          message: `This ${line.text.slice(start, end)} belongs to the ${keyword} in line ${firstLine + 1}, because the line above ends with "${escapeCharacter}". Remove that character.`,
          ...fixFor(start, instruction, dockerfile),
        });
      }
    }
  },
};

/** By offsets of the instruction's line. Looked for once for as long as the instruction's text stays the same. */
const swallowedAtZero = oncePer((instruction: Instruction): readonly { start: number; end: number }[] => {
  const { lineCount, keyword, words } = instruction;
  if (lineCount === 1 || keyword === "ONBUILD" || !instructionEntry(keyword)) return [];
  return words.flatMap(({ end }, index) => {
    const start = beginOfInstruction(index, instruction);
    return start === undefined ? [] : [{ start, end }];
  });
});

const swallowing = picked((atZero) => swallowedAtZero(atZero).length > 0);

/** Where this word, or the part of it on a line of its own, is written as instructions mostly are, in capitals, and has more behind it. */
function beginOfInstruction(index: number, { keyword, words, line }: Instruction): number | undefined {
  const [before, word, next] = [words[index - 1], words[index], words[index + 1]];
  const end = word?.range.end.line;
  // `COPY )` is a pattern of the shell's `case`.
  if (
    !word ||
    !next ||
    /^[)|=]/.test(next.text) ||
    next.range.start.line !== end ||
    before?.range.end.line === end
  )
    return undefined;
  const [found] = /[A-Z]+$/.exec(word.text) ?? [];
  if (found === undefined || !instructionEntry(found)) return undefined;
  if (keyword === "HEALTHCHECK" && found === "CMD") return undefined;
  const start = word.end - found.length;
  const isFirst = line.positionAt(start).line === end && line.positionAt(start - 1).line !== end;
  return isFirst || (start === word.start && line.positionAt(0).line !== end) ? start : undefined;
}

/** Takes away what joins the lines: the escape character, and an operator before it. */
function fixFor(start: number, { line }: Instruction, dockerfile: Dockerfile): { fix?: Fix } {
  const above = line.positionAt(start).line - 1;
  // Of a long instruction only what stands right before is looked at.
  const before = line.text.slice(Math.max(0, start - 200), start);
  const kept = start - (/(?:\s+(?:&&|\|\|?|;))?\s*$/.exec(before)?.[0].length ?? 0);
  const { end } = line.rangeOf(kept - 1, kept);
  if (end.line !== above) return {};
  const range = { start: end, end: { line: above, character: dockerfile.line(above).length } };
  return { fix: { title: "End the line above", edits: [{ range, newText: "" }], unsafe: true } };
}
