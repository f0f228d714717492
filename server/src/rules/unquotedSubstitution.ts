import type { Problem, Rule } from "../lint/rule";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import { printsOneWord } from "../model/printsOneWord";
import type { ShellScript } from "../model/shell";
import { type UnquotedExpansion, unquotedExpansions } from "../model/unquotedExpansions";

export const unquotedSubstitution: Rule = {
  id: "unquoted-substitution",
  aliases: ["SC2046"],
  severity: "information",
  category: "shell",
  summary: "A command's output outside quotes may become several words, or none.",
  rationale:
    "Outside quotes the shell cuts the output of `$(…)` at blanks and line breaks and replaces patterns such as `*` by file names. Put it in double quotes where one word is meant. Where a list is meant, as in `apt-get purge $(…)`, and where the command never prints more than a word, as `nproc` does, nothing is said.",
  examples: [
    {
      text: "FROM debian:13\nRUN if [ [|$(cat /mode)|] = debug ]; then make debug; fi\n",
      fixed: 'FROM debian:13\nRUN if [ "$(cat /mode)" = debug ]; then make debug; fi\n',
    },
    { text: 'FROM debian:13\nRUN if [ "$(cat /mode)" = debug ]; then make debug; fi\n' },
    {
      text: "FROM debian:13\nRUN curl -o /tmp/[|$(cat name)|].tgz --url=[|$(cat url)|]/x\n",
      fixed: 'FROM debian:13\nRUN curl -o "/tmp/$(cat name).tgz" --url="$(cat url)/x"\n',
    },
    {
      text: "FROM debian:13\nRUN cd [|$(dirname /a)|] && test -z [|`ls /a`|] && rm $(cat list) && apt-get purge -y $(b)\n",
      fixed:
        'FROM debian:13\nRUN cd "$(dirname /a)" && test -z "`ls /a`" && rm $(cat list) && apt-get purge -y $(b)\n',
    },
    {
      text: "FROM debian:13\nRUN make -j$(nproc) && [ $(uname -m) = x86_64 ] && [ $(a | wc -l) -gt 1 ] && [ $(b) ]\n",
    },
    { text: 'FROM debian:13\nRUN a=x$(b) && for i in /$(c); do d; done && [ "x$(e)" = x ]\n' },
    {
      text: 'FROM debian:13\nONBUILD RUN [ -n [|$(a)|] ]\nRUN ["sh", "-c", "[ -n [|$(a)|] ]"]\n',
      fixed: 'FROM debian:13\nONBUILD RUN [ -n "$(a)" ]\nRUN ["sh", "-c", "[ -n \\"$(a)\\" ]"]\n',
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const script of everyScript(instruction, shell)) {
      // zsh splits as well, but only at what a script may set.
      if (!script.ast || script.shell === "zsh") continue;
      for (const found of unquotedExpansions(script.ast)) {
        if (found.part.type !== "CommandExpansion" || printsOneWord(found.part)) continue;
        report(problemOf(found, script));
      }
    }
  },
};

function problemOf(found: UnquotedExpansion, script: ShellScript): Problem {
  const { start, end, place, command, edits } = found;
  const written = edits && editScript(script, edits);
  const danger =
    place === "joined"
      ? "Spaces in this command's output would split it into several words."
      : `${command.name?.text} needs exactly one word here, and this command may print none or several.`;
  return {
    range: script.rangeOf(start, end),
    message: `${danger} Put it in double quotes.`,
    // With quotes a test comes out otherwise where nothing is printed, and cd no longer goes home.
    fix: written && {
      title: "Put it in double quotes",
      edits: written,
      ...(place !== "joined" && { unsafe: true as const }),
    },
  };
}
