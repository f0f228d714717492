import type { Rule } from "../lint/rule";
import { plainCommands } from "../model/plainCommands";
import type { ShellCommand, ShellScript } from "../model/shell";
import { shellScripts } from "../model/shellScripts";

export const lostShellState: Rule = {
  id: "lost-shell-state",
  aliases: [],
  severity: "warning",
  category: "shell",
  summary: "A RUN ends by changing its shell, and the change is lost with it.",
  rationale:
    "Every RUN starts a new shell. Variables, aliases, options and an activated environment end with it, so as its last command they do nothing. ENV holds for all that follows and for the container.",
  examples: [
    { text: "FROM debian:13\nRUN [|export PATH=/opt/bin:$PATH|]\nRUN make && [|A=1|]\n" },
    { text: "FROM debian:13\nENV PATH=/opt/bin:$PATH\nRUN export A=1 && make\nRUN . ./build.sh\n" },
    {
      text: "FROM python:3.14\nRUN python -m venv /venv && [|. /venv/bin/activate|]\nRUN [|conda activate a|]\n",
    },
    {
      text: "FROM debian:13\nRUN [|set -e|]\nRUN [|alias ll='ls -l'|]\nRUN <<EOF\nmake\n[|export A=1|]\nEOF\nRUN set +e; make; set -e\n",
    },
    {
      text: "FROM debian:13\nRUN if a; then export A=1; fi\nRUN a || export B=1\nRUN a | export C=1\nRUN alias\n",
    },
    { text: "FROM debian:13\nCMD export A=1\nRUN (export A=1; make)\nRUN set\nRUN A=$(make)\n" },
  ],

  checkInstruction(instruction, report, { shell }) {
    if (instruction.keyword !== "RUN") return;
    for (const script of shellScripts(instruction, shell)) {
      const last = lastCommand(script);
      const message = last && messageFor(last, script.commands.length === 1);
      if (last && message !== undefined)
        report({
          range: { start: last.range.start, end: last.words.at(-1)?.range.end ?? last.range.end },
          message,
        });
    }
  },
};

/** What surely runs last, whatever came before, in the shell of the RUN itself. */
function lastCommand({ commands, ast }: ShellScript): ShellCommand | undefined {
  const last = commands.at(-1);
  if (!last?.node || last.operatorBefore === "||" || last.operatorBefore === "|") return undefined;
  return plainCommands(ast).get(last.node) === "top" ? last : undefined;
}

function messageFor(
  { name, nameText, words, assignments, wrappers }: ShellCommand,
  isAlone: boolean,
): string | undefined {
  const [first] = words;
  const [assigned] = assignments;
  // What takes its value from a command is done for that command's sake.
  if (nameText === "" && assigned && !/[`]|\$\(/.test(assigned.value)) return variable(assigned.name);
  if (wrappers.length > 0 || !first) return undefined;
  switch (name) {
    case "export":
    case "declare":
      return /[`]|\$\(/.test(first.text) ? undefined : variable(/^\w*/.exec(first.text)?.[0] ?? "");
    case "alias":
      return "The alias is lost when this RUN ends. Put a small script into /usr/local/bin instead.";
    case ".":
    case "source":
      return activated(first.value ?? first.text);
    case "conda":
    case "mamba":
    case "micromamba":
      return first.value === "activate"
        ? `The environment is left again when this RUN ends. Start programs with "${name} run -n ${words[1]?.text ?? "name"} …" instead.`
        : undefined;
    case "set":
    case "shopt":
    case "umask":
    case "ulimit":
      // Behind others it may only undo what came before.
      return isAlone
        ? `What "${name}" changes is lost when this RUN ends. Write it at the beginning of the RUN that needs it.`
        : undefined;
    default:
      return undefined;
  }
}

function variable(name: string): string {
  return `The variable is lost when this RUN ends. Write ENV ${name || "NAME"}=… instead.`;
}

function activated(path: string): string | undefined {
  const folder = /^(.*)\/activate$/.exec(path)?.[1];
  if (folder === undefined) return undefined;
  return `The environment is left again when this RUN ends. Write ENV PATH="${folder}:$PATH" instead.`;
}
