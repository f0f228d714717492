import type { Fix, Problem, Rule } from "../lint/rule";
import { commandAt } from "../model/commandAt";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { ShellScript } from "../model/shell";
import { type Command, type Statement, walkSyntax } from "../model/shellSyntax";

export const cdMayFail: Rule = {
  id: "cd-may-fail",
  aliases: ["SC2164"],
  severity: "information",
  category: "shell",
  summary: "The script goes on in the wrong folder when cd fails.",
  rationale:
    "Behind a `;` or on the next line the commands run whether the folder was there or not, and do to another one what was meant for it. Join them with `&&`, or begin the script with `set -e`.",
  examples: [
    {
      text: "FROM debian:13\nRUN [|cd /app|]; rm -r build\n",
      fixed: "FROM debian:13\nRUN cd /app || exit; rm -r build\n",
    },
    { text: "FROM debian:13\nRUN cd /app && rm -r build\n" },
    { text: "FROM debian:13\nRUN <<EOF\nmkdir -p a && [|cd a|]\nmake\nEOF\n" },
    { text: "FROM debian:13\nRUN <<EOF\nset -eux\ncd a\nmake\nEOF\nRUN set -o errexit; cd a; make\n" },
    {
      text: 'FROM debian:13\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN cd a; make\nRUN bash -c "[|cd a|]; make"; bash -ec "cd b; make"\n',
      fixed:
        'FROM debian:13\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN cd a; make\nRUN bash -c "cd a || exit; make"; bash -ec "cd b; make"\n',
    },
    {
      text: "FROM debian:13\nRUN cd a || exit 1; cd b || true; cd ..; cd /; cd; cd -; if cd c; then d; fi; ([|cd e|]; make); cd f\n",
      fixed:
        "FROM debian:13\nRUN cd a || exit 1; cd b || true; cd ..; cd /; cd; cd -; if cd c; then d; fi; (cd e || exit; make); cd f\n",
    },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const script of everyScript(instruction, shell)) {
      if (!script.ast || !script.text.includes("cd") || script.invocation.slice(1).some(isErrexit)) continue;
      const stopsFrom = script.commands.find(
        ({ name, words }) => name === "set" && words.some(({ text }) => isErrexit(text)),
      )?.start;
      walkSyntax(script.ast, (node) => {
        if (node.type !== "Script" && node.type !== "CompoundList") return;
        // The last one has nothing behind it.
        for (const statement of node.commands.slice(0, -1)) {
          const command = unguarded(statement);
          if (!command || !mayFail(command) || command.pos > (stopsFrom ?? Number.POSITIVE_INFINITY))
            continue;
          report(problemAt(command, script));
        }
      });
    }
  },
};

/** `-e`, `-eux`, `errexit` behind `-o`, or all of them in the options of a shell. */
function isErrexit(text: string): boolean {
  return text === "errexit" || /^-[A-Za-z]*e/.test(text);
}

/** The command whose failure nobody looks at: the statement itself, or what its `&&` lead to. */
function unguarded({ command, background }: Statement): Command | undefined {
  if (background) return undefined;
  if (command.type === "Command") return command;
  const last =
    command.type === "AndOr" && !command.operators.includes("||") ? command.commands.at(-1) : undefined;
  return last?.type === "Command" ? last : undefined;
}

/** The way up and the way home are always there. */
function mayFail({ name, args }: Command): boolean {
  const folder = args.find(({ text }) => !/^-[LPe@]+$/.test(text));
  return name?.text === "cd" && folder !== undefined && !/^(?:-|\/|~|\.\.?(?:\/\.\.)*)\/?$/.test(folder.text);
}

function problemAt(command: Command, script: ShellScript): Problem {
  const { pos, end, args } = command;
  const folder = args.at(-1)?.text ?? "there";
  return {
    range: script.rangeOf(pos, end),
    fix: fixOf(command, script),
    message: `If ${folder} is missing, what follows runs in another folder. Join it with &&, or begin with set -e.`,
  };
}

/** Only where the command has the statement for itself: behind `&&`, what fails before it would stop the script too. */
function fixOf({ pos, end }: Command, script: ShellScript): Fix | undefined {
  const before = commandAt(script, pos)?.operatorBefore;
  if (before === "&&") return undefined;
  const edits = editScript(script, [{ start: end, end, text: " || exit" }]);
  return edits && { title: "Stop when cd fails", edits, unsafe: true };
}
