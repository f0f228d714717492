import { keywordLike } from "../lint/lineEdits";
import type { Fix, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";
import { runCommands } from "../model/runCommands";
import { inSections } from "../model/sections";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";

export const consecutiveRun: Rule = {
  id: "consecutive-run",
  aliases: ["DL3059"],
  severity: "information",
  category: "style",
  summary: "Several short RUN lines follow one another.",
  rationale:
    "Each makes a layer of its own, and what one deletes stays in the layer of the one before. Join them with `&&`. Long ones, those with different flags, and those with a comment between them are left alone: they are kept apart on purpose.",
  examples: [
    {
      text: "FROM alpine:3.22\nRUN mkdir /app\n[|RUN|] touch /app/a\n",
      fixed: "FROM alpine:3.22\nRUN mkdir /app \\\n    && touch /app/a\n",
    },
    { text: "FROM alpine:3.22\nRUN mkdir /app && touch /app/a\nWORKDIR /app\nRUN touch b\n" },
    {
      text: "FROM alpine:3.22\nRUN mkdir /app\n# The next one fails often.\nRUN touch /app/a\n\nRUN --network=none make\n",
    },
    {
      text: "FROM alpine:3.22\nRUN --network=none a\n[|RUN|] --network=none b\n\n[|RUN|] --network=none c\n",
      fixed: "FROM alpine:3.22\nRUN --network=none a \\\n    && b \\\n    && c\n",
    },
    {
      text: 'FROM alpine:3.22\nRUN a && b && c\nRUN d\nRUN <<EOF\ne\nEOF\nRUN f || g\n[|RUN|] h\nRUN ["i"]\nRUN j # why\n[|RUN|] k;\nUSER l\nRUN exit 0\n[|RUN|] m\n',
    },
  ],

  check(dockerfile, report) {
    for (const [before, instruction] of inSections(dockerfile, runsInARow)) {
      if (!isShortRun(before, dockerfile) || !isShortRun(instruction, dockerfile)) continue;
      if (flagsOf(before) !== flagsOf(instruction) || hasCommentBetween(before, instruction, dockerfile))
        continue;
      const fix = join(before, instruction, dockerfile);
      report({
        range: instruction.keywordRange,
        message: 'This RUN can be joined with the one above: end that one with "&& \\" and go on here.',
        ...(fix && { fix }),
      });
    }
  },
};

const runsInARow = oncePer((section: readonly Instruction[]) =>
  section.flatMap((instruction, index): [Instruction, Instruction][] => {
    const before = section[index - 1];
    return instruction.keyword === "RUN" && before?.keyword === "RUN" ? [[before, instruction]] : [];
  }),
);

/** hadolint leaves longer ones alone as well. */
const MOST_COMMANDS = 2;

function isShortRun(instruction: Instruction, dockerfile: Dockerfile): boolean {
  // An array cannot be joined with `&&`, and a heredoc is long on purpose.
  const { atZero } = instruction;
  if (atZero.exec || atZero.heredocs.length > 0) return false;
  const count = runCommands(atZero, shellOf(dockerfile, instruction)).length;
  // None are found where another than a Unix shell reads them.
  return count > 0 && count <= MOST_COMMANDS;
}

function flagsOf({ flags }: Instruction): string {
  return flags.map(({ name, value }) => `${name}=${value}`).join(" ");
}

function hasCommentBetween(before: Instruction, { range }: Instruction, dockerfile: Dockerfile): boolean {
  for (let line = before.range.end.line + 1; line < range.start.line; line++)
    if (dockerfile.line(line).trim() !== "") return true;
  return false;
}

function join(before: Instruction, instruction: Instruction, dockerfile: Dockerfile): Fix | undefined {
  if (!instruction.argumentRange || ![before, instruction].every((run) => isPlain(run, dockerfile)))
    return undefined;
  const and = ` ${instruction.escapeCharacter}\n    && `;
  return {
    title: `Join with the ${keywordLike("RUN", instruction, dockerfile)} above`,
    edits: [{ range: { start: before.range.end, end: instruction.argumentRange.start }, newText: and }],
    unsafe: true,
  };
}

const ENDS: ReadonlySet<string | undefined> = new Set(["exec", "exit", "return"]);

/** Commands that go on with `&&` mean the same in one list. */
function isPlain(run: Instruction, dockerfile: Dockerfile): boolean {
  const [script] = shellScripts(run, shellOf(dockerfile, run));
  const [statement, ...more] = script?.ast?.commands ?? [];
  if (!script || !statement || more.length > 0 || statement.background) return false;
  // A comment of the shell would swallow what comes behind it, and nothing comes behind an exit.
  if (script.text.slice(statement.end).trim() !== "" || script.commands.some(({ name }) => ENDS.has(name)))
    return false;
  return (
    statement.command.type !== "AndOr" || statement.command.operators.every((operator) => operator === "&&")
  );
}
