import { keywordLike } from "../lint/lineEdits";
import type { Rule } from "../lint/rule";
import { oncePerShell } from "../model/oncePerShell";
import { runCommands } from "../model/runCommands";
import { picked } from "../model/sections";
import type { ShellCommand } from "../model/shell";
import { shellOf } from "../model/shellOf";

export const shellChangeByLink: Rule = {
  id: "shell-change-by-link",
  aliases: ["DL4005"],
  severity: "warning",
  category: "shell",
  summary: "A RUN replaces /bin/sh by a link to another shell.",
  rationale:
    "Scripts of the system are written for the sh that it comes with, and an update may put the old link back. SHELL says which shell reads the RUN lines below it, and touches nothing.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|ln -sf /bin/bash /bin/sh|]\n",
      fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
    },
    { text: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN ln -s /bin/bash /usr/local/bin/sh\n' },
    { text: "FROM debian:13\nRUN rm /bin/sh && [|ln -s /bin/bash /bin/sh|]\n" },
    { text: 'FROM debian:13\nRUN ["ln", "-s", "/bin/sh", "/bin/bash"]\n' },
    { text: "FROM debian:13\nRUN <<EOF\nset -e\n[|ln -s /bin/bash /bin/sh|]\nEOF\n" },
  ],

  check(dockerfile, report) {
    for (const instruction of mayLink(dockerfile)) {
      const shell = shellOf(dockerfile, instruction);
      if (!linksShell(instruction.atZero, shell)) continue;
      const commands = runCommands(instruction, shell);
      for (const command of commands) {
        const program = linkedShell(command);
        if (program === undefined) continue;
        const line = `SHELL ["${program}", "-c"]`;
        const isAlone = commands.length === 1 && /^\/[\w./-]+$/.test(program);
        const edits = [
          {
            range: instruction.range,
            newText: line.replace("SHELL", keywordLike("SHELL", instruction, dockerfile)),
          },
        ];
        report({
          range: command.range,
          message: `Leave /bin/sh as it is, and write ${line}: it holds for the RUN lines below.`,
          ...(isAlone && { fix: { title: `Write ${line}`, edits, unsafe: true as const } }),
        });
      }
    }
  },
};

const linksShell = oncePerShell((atZero, shell) => runCommands(atZero, shell).some(linkedShell));

/** What `/bin/sh` is made a link to. */
function linkedShell({ name, words }: ShellCommand): string | undefined {
  if (name !== "ln") return undefined;
  const places = words.flatMap(({ value }) => (value === undefined || value.startsWith("-") ? [] : [value]));
  return /^(?:\/usr)?\/bin\/sh$/.test(places.at(-1) ?? "") && places.length > 1 ? places[0] : undefined;
}

const mayLink = picked(
  ({ keyword, line, heredocs }) => keyword === "RUN" && (heredocs.length > 0 || line.text.includes("ln")),
);
