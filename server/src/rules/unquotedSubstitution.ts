import type { Rule } from "../lint/rule";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import { type UnquotedExpansion, unquotedExpansions } from "../model/unquotedExpansions";

export const unquotedSubstitution: Rule = {
  id: "unquoted-substitution",
  aliases: ["SC2046"],
  severity: "information",
  category: "shell",
  summary: "A command's output outside quotes may become no word or several.",
  rationale:
    "The shell splits the output at blanks. Where a test or cd needs exactly one word, a command that prints nothing or two of them breaks it, or sends it to the home folder. Where a list is meant, as in `apt-get purge $(…)`, nothing is said.",
  examples: [
    {
      text: "FROM debian:13\nRUN if [ [|$(cat /mode)|] = debug ]; then make debug; fi\n",
      fixed: 'FROM debian:13\nRUN if [ "$(cat /mode)" = debug ]; then make debug; fi\n',
    },
    { text: 'FROM debian:13\nRUN if [ "$(cat /mode)" = debug ]; then make debug; fi\n' },
    {
      text: "FROM debian:13\nRUN cd [|$(mktemp -d)|] && test -z [|`ls /a`|] && rm $(cat list) && apt-get purge -y $(b)\n",
      fixed:
        'FROM debian:13\nRUN cd "$(mktemp -d)" && test -z "`ls /a`" && rm $(cat list) && apt-get purge -y $(b)\n',
    },
    {
      text: "FROM debian:13\nRUN [ $(uname -m) = x86_64 ] && [ $(id -u) -eq 0 ] && [ $(a | wc -l) -gt 1 ] && [ $(b) ]\n",
    },
    { text: 'FROM debian:13\nRUN a=$(b) && [[ $(c) = d ]] && [ "x$(e)" = x ]\n' },
    {
      text: 'FROM debian:13\nONBUILD RUN [ -n [|$(a)|] ]\nRUN ["sh", "-c", "[ -n [|$(a)|] ]"]\n',
      fixed: 'FROM debian:13\nONBUILD RUN [ -n "$(a)" ]\nRUN ["sh", "-c", "[ -n \\"$(a)\\" ]"]\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const script of everyScript(instruction, shell)) {
      if (!script.ast) continue;
      for (const expansion of unquotedExpansions(script.ast)) {
        const { part, place, command } = expansion;
        if ((place !== "test" && place !== "cd") || part.type !== "CommandExpansion") continue;
        if (printsOneWord(part)) continue;
        const edits = editScript(script, [
          { start: part.pos, end: part.pos, text: '"' },
          { start: part.end, end: part.end, text: '"' },
        ]);
        report({
          range: script.rangeOf(part.pos, part.end),
          message: `${command.name?.text} needs exactly one word here, and this may print none or several. Put it in quotes.`,
          fix: edits && { title: "Put it in quotes", edits, unsafe: true },
        });
      }
    }
  },
};

/** By the last program of the pipe. */
function printsOneWord({
  script,
}: Extract<UnquotedExpansion["part"], { type: "CommandExpansion" }>): boolean {
  const only = script?.commands.length === 1 ? script.commands[0]?.command : undefined;
  const last = only?.type === "Pipeline" ? only.commands.at(-1) : only;
  return last?.type === "Command" && oneWordPrograms.has(last.name?.text ?? "");
}

const oneWordPrograms = new Set([
  "arch",
  "getconf",
  "hostname",
  "id",
  "nproc",
  "stat",
  "uname",
  "wc",
  "whoami",
]);
