import type { Problem, Rule } from "../lint/rule";
import type { Instruction } from "../model/instruction";
import { plainCommands } from "../model/plainCommands";
import type { ShellCommand, ShellScript } from "../model/shell";
import { shellScripts } from "../model/shellScripts";

export const cdInRun: Rule = {
  id: "cd-in-run",
  aliases: ["DL3003"],
  severity: "warning",
  category: "instructions",
  summary: "RUN changes the folder with cd instead of WORKDIR.",
  rationale:
    "Every RUN starts anew in the folder that WORKDIR names, so a cd is forgotten at its end, and in the middle of a long line it is easily missed. WORKDIR makes the folder, holds for all that follows and shows where things happen. A cd in the midst of a RUN is only mentioned, since WORKDIR cannot stand there.",
  examples: [
    { text: "FROM debian:13\nRUN [|cd /app|] && make\n" },
    { text: "FROM debian:13\nWORKDIR /app\nRUN make\n" },
    { text: "FROM debian:13\nRUN [|cd /app|]\n", fixed: "FROM debian:13\nWORKDIR /app\n" },
    { text: "FROM debian:13\nRUN set -eux; [|cd $DIR|]; make\nRUN mkdir /a \\\n  && [|cd /a|]\n" },
    {
      text: "FROM debian:13\nRUN git clone https://example.com/a.git && [|cd a|] && make && cd .. && cd - && cd && rm -r a\n",
    },
    { text: "FROM debian:13\nRUN ([|cd /a|] && make) && bash -c '[|cd /b|]; make'\n" },
    {
      text: 'FROM debian:13\nRUN d="$(cd /a && pwd)"; cd "$d"; for x in a b; do cd $x; done; if a; then cd /b; fi; cd "$(mktemp -d)"; cd $HOME; mkdir c; cd $_; cd /; ls\n',
    },
    {
      text: "FROM debian:13\nRUN <<EOF\n[|cd /a|]\nmake\nEOF\nCMD cd /a && ./b\nONBUILD RUN [|cd /a|] && make\n",
    },
    { text: "FROM debian:13\nRUN make -C /app && tar -xf a.tar -C /b && echo cd\n" },
  ],

  checkInstruction(instruction, report, { shell }) {
    if (instruction.keyword !== "RUN") return;
    for (const script of shellScripts(instruction, shell)) {
      for (const { command, path, place } of changes(script)) {
        report({
          range: { start: command.nameRange.start, end: (command.words.at(-1)?.range ?? command.range).end },
          ...problems[place](path),
          ...(place === "alone" && { fix: fixFor(instruction, path) }),
        });
      }
    }
  },
};

type Place = "alone" | "first" | "last" | "middle" | "parentheses";

const problems: Readonly<Record<Place, (path: string) => Pick<Problem, "message" | "severity">>> = {
  alone: (path) => ({
    message: `The next instruction starts in the old folder again, so this does nothing. Write WORKDIR ${path}.`,
  }),
  first: (path) => ({
    message: `Write WORKDIR ${path} on a line before instead, so that what follows happens there too.`,
  }),
  last: (path) => ({
    message: `The next instruction starts in the old folder again, so this does nothing. Write WORKDIR ${path} on the next line.`,
  }),
  middle: (path) => ({
    severity: "information",
    message: `From here on the RUN works in ${path}, which is easy to overlook. Pass the folder to the program, as in make -C, or split the RUN and write a WORKDIR between.`,
  }),
  parentheses: (path) => ({
    severity: "information",
    message: `The commands in these parentheses run in ${path}. Pass the folder to the program, as in make -C, or move them to their own RUN after WORKDIR ${path}.`,
  }),
};

interface Change {
  readonly command: ShellCommand;
  readonly path: string;
  readonly place: Place;
}

function changes(script: ShellScript): Change[] {
  const { commands, ast, nested } = script;
  // Those of scripts within it are among them.
  if (commands.every(({ name }) => name !== "cd")) return [];
  const plain = plainCommands(ast);
  const own = commands.filter(({ node }) => node && plain.has(node));
  const effective = own.filter(({ node, name }) => node && plain.get(node) === "top" && !isPreparation(name));
  // Also in another shell's words, where it counts as the midst of the RUN.
  const inner = nested.flatMap(changes).map((change) => ({ ...change, place: "middle" as const }));
  const direct = own.flatMap((command): Change[] => {
    const path = pathOf(command, commands);
    if (path === undefined) return [];
    const isFirst = effective[0] === command && commands.find(({ name }) => !isPreparation(name)) === command;
    const isLast = effective.at(-1) === command && commands.at(-1) === command;
    const place: Place = isFirst ? (isLast ? "alone" : "first") : isLast ? "last" : "middle";
    if (command.node && plain.get(command.node) === "subshell")
      return [{ command, path, place: "parentheses" }];
    // On the way back from somewhere.
    return place === "middle" && /^(?:\.\.|\/$)/.test(path) ? [] : [{ command, path, place }];
  });
  return [...direct, ...inner];
}

/** What only sets the stage for the commands behind it. */
function isPreparation(name: string | undefined): boolean {
  return name === undefined || name === "set" || name === "export" || name === ":";
}

/** Where it goes; undefined where only the shell can tell, as with `cd -` or a variable of its own. */
function pathOf({ name, words }: ShellCommand, commands: readonly ShellCommand[]): string | undefined {
  const [word, ...more] = words.filter(({ text }) => !/^-[LPe@]+$/.test(text));
  if (name !== "cd" || word === undefined || more.length > 0 || /^[-~]|[`]|\$\(/.test(word.text))
    return undefined;
  const variable = /\$\{?(\w+)/.exec(word.text)?.[1];
  if (word.value === undefined && variable === undefined) return undefined;
  // A home is known to the shell alone, and so are its own variables.
  if (variable === "HOME" || /^["']?\$\{?(?:\W|_\b)/.test(word.text)) return undefined;
  const isOwn =
    variable !== undefined &&
    commands.some(
      ({ assignments, words: others, name: other }) =>
        assignments.some((assignment) => assignment.name === variable) ||
        ((other === "read" || other === "export") && others.some(({ text }) => text.startsWith(variable))),
    );
  return isOwn ? undefined : word.text;
}

function fixFor(instruction: Instruction, path: string): Problem["fix"] {
  const { keywordRange, argumentRange, flags, heredocs, exec } = instruction;
  if (!argumentRange || flags.length > 0 || heredocs.length > 0 || exec) return undefined;
  return {
    title: `Change to WORKDIR ${path}`,
    edits: [{ range: { start: keywordRange.start, end: argumentRange.end }, newText: `WORKDIR ${path}` }],
    unsafe: true,
  };
}
