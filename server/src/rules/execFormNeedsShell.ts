import { commonPrograms, programsWithLanguage, shellBuiltins } from "../grammar/commonPrograms";
import { shellOfProgram } from "../grammar/shells";
import { scriptOfStrings } from "../lint/execFormEdits";
import type { Problem, Rule } from "../lint/rule";
import { baseName } from "../model/baseName";
import type { Dockerfile } from "../model/dockerfile";
import type { ExecString, Instruction } from "../model/instruction";
import { oncePer } from "../model/oncePer";
import { picked } from "../model/sections";
import { stageOf } from "../model/stageOf";
import type { Stage } from "../model/stages";
import { withTriggers } from "../model/withTriggers";

export const execFormNeedsShell: Rule = {
  id: "exec-form-needs-shell",
  aliases: [],
  severity: "warning",
  category: "instructions",
  summary: "A JSON array is written as if a shell read it.",
  rationale:
    'The strings of an array are the program and its words, just as they stand: nothing in them is expanded, and `&&` is a word like any other. A shell in front of them takes its first word for the name of a script, unless `-c` stands before it, and then it reads one string alone. Write `["/bin/sh", "-c", "the whole command"]`, or the program without a shell.',
  examples: [
    {
      text: 'FROM debian:13\nCMD ["/bin/bash", [|"echo"|], "Hello World"]\n',
      fixed: 'FROM debian:13\nCMD ["/bin/bash", "-c", "echo \'Hello World\'"]\n',
    },
    { text: 'FROM debian:13\nCMD ["/bin/bash", "-c", "echo Hello World"]\n' },
    {
      text: 'FROM debian:13\nCMD ["echo", [|"$HOME"|]]\n',
      fixed: 'FROM debian:13\nCMD ["/bin/sh", "-c", "exec echo \\"$HOME\\""]\n',
    },
    {
      text: 'FROM debian:13\nRUN ["cd", "/app",\\\n  [|"&&"|],"make"]\n',
      fixed: 'FROM debian:13\nRUN ["/bin/sh", "-c", "cd /app\\\n  && make"]\n',
    },
    {
      text: 'FROM debian:13\nCMD ["sh", "-c", "echo", [|"hello"|]]\n',
      fixed: 'FROM debian:13\nCMD ["sh", "-c", "echo hello"]\n',
    },
    {
      text: 'FROM python:3.14\nCMD [[|"python app.py"|]]\n',
      fixed: 'FROM python:3.14\nCMD ["/bin/sh", "-c", "exec python app.py"]\n',
    },
    {
      text: 'FROM debian:13\nRUN [[|"cd"|], "/app"]\nHEALTHCHECK CMD ["bash", "-l", [|"curl -f http://localhost"|]]\n',
      fixed:
        'FROM debian:13\nRUN ["/bin/sh", "-c", "cd /app"]\nHEALTHCHECK CMD ["bash", "-l", "-c", "curl -f http://localhost"]\n',
    },
    {
      text: 'FROM debian:13\nENTRYPOINT ["sh", "-c"]\nCMD ["echo $HOME && ls"]\nFROM debian:13\nRUN ["bash", "start.sh"]\nRUN ["bash", "/start"]\nRUN ["awk", "{print $NF}"]\nRUN ["find", ".", "-exec", "ls", "{}", ";"]\nENTRYPOINT ["sh", "-c", "exec app \\"$@\\"", "app"]\n',
    },
    {
      text: 'FROM debian:13\nRUN [[|"A=1"|], "make"]\nRUN ["app", [|"&"|]]\nRUN [[|"/app --verbose"|]]\nRUN ["echo", [|"$(date)"|]]\nRUN ["/opt/my app/run"]\n',
      fixed:
        'FROM debian:13\nRUN ["/bin/sh", "-c", "A=1 make"]\nRUN ["/bin/sh", "-c", "app &"]\nRUN ["/bin/sh", "-c", "/app --verbose"]\nRUN ["/bin/sh", "-c", "echo \\"$(date)\\""]\nRUN ["/opt/my app/run"]\n',
    },
    { text: 'FROM debian:13\nENTRYPOINT ["tini", "--", "sh", "-c", "echo $HOME"]\n' },
  ],

  check(dockerfile, report) {
    for (const instruction of inExecForm(dockerfile)) {
      const { keyword, exec } = instruction;
      if (!exec || !runs.has(keyword) || goesToEntrypoint(instruction, dockerfile)) continue;
      const mistake = mistakeIn(exec.strings);
      if (mistake) report(problemOf(mistake, instruction));
    }
  },
};

const runs = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

/** What a CMD says is given to the ENTRYPOINT, which may be a shell. */
function goesToEntrypoint(instruction: Instruction, dockerfile: Dockerfile): boolean {
  const stage = instruction.keyword === "CMD" ? stageOf(dockerfile, instruction) : undefined;
  if (!stage) return false;
  return stagesWithEntrypoint(dockerfile).has(stage);
}

/** Those that inherit one too: a base stage stands further up, so it is known by then. */
const stagesWithEntrypoint = oncePer(({ stages }: Dockerfile): ReadonlySet<Stage> => {
  const found = new Set<Stage>();
  for (const stage of stages) {
    const isInherited = stage.base?.stage !== undefined && found.has(stage.base.stage);
    if (isInherited || stage.instructions.some(({ keyword }) => keyword === "ENTRYPOINT")) found.add(stage);
  }
  return found;
});

interface Mistake {
  /** The strings that are wrong. */
  readonly wrong: readonly ExecString[];
  readonly message: string;
  /** The strings that make up the script, and what must stand before it. */
  readonly script: readonly ExecString[];
  readonly before: string;
  readonly isOneCommand: boolean;
}

function mistakeIn(strings: readonly ExecString[]): Mistake | undefined {
  const [program] = strings;
  if (!program) return undefined;
  const shell = shellOfProgram(program.value);
  if (shell) return shell.family === "posix" || shell.family === "bash" ? mistakeOfShell(strings) : undefined;
  if (strings.some(({ value }) => shellOfProgram(value))) return undefined;
  return withoutShell(strings, program);
}

/** `["bash", "echo", "x"]` and `["bash", "-c", "echo", "x"]`. */
function mistakeOfShell(strings: readonly ExecString[]): Mistake | undefined {
  const at = strings.findIndex(({ value }, index) => index > 0 && !isOption(strings, index, value));
  const first = strings[at];
  if (!first) return undefined;
  const script = strings.slice(at);
  const rest = script.slice(1);
  if (strings.slice(1, at).some(({ value }) => /^-\w*c\w*$/.test(value))) {
    if (rest.length === 0 || !/^[\w./-]+$/.test(first.value)) return undefined;
    const message = `The shell takes the word after -c for the whole command, so this is lost. Put all of it into one string.`;
    return { wrong: rest, message, script, before: "", isOneCommand: false };
  }
  if (!/\s/.test(first.value) && !isProgram(first.value)) return undefined;
  const message = `Without "-c", the shell looks for a script called "${first.value}". Write "-c" before it and the whole command as one string.`;
  return { wrong: [first], message, script, before: '"-c", ', isOneCommand: false };
}

function isOption(strings: readonly ExecString[], index: number, value: string): boolean {
  return /^[-+]./.test(value) || /^[-+]\w*o$/.test(strings[index - 1]?.value ?? "");
}

function isProgram(path: string): boolean {
  const name = baseName(path);
  const isInUsualPlace = name === path || /^\/(?:usr\/)?(?:local\/)?s?bin\//.test(path);
  return isInUsualPlace && (commonPrograms.has(name) || shellBuiltins.has(name));
}

function withoutShell(strings: readonly ExecString[], program: ExecString): Mistake | undefined {
  const name = baseName(program.value);
  const whole = { script: strings, before: '"/bin/sh", "-c", ' };
  if (isWholeCommand(program.value)) {
    const message = `There is no program called "${program.value}". Write each word as its own string, or use a shell: ["/bin/sh", "-c", "…"].`;
    return { ...whole, wrong: [program], message, isOneCommand: !/[;&|<>]/.test(program.value) };
  }
  const operator = strings.find(({ value }) => /^(?:&&?|\|\||\||>>?|2>&1|2>)$/.test(value));
  if (operator && !/^(?:expr|find|test|\[)$/.test(name)) {
    const message = `No shell reads this array, so "${operator.value}" is passed to ${name} as a plain word. Use a shell: ["/bin/sh", "-c", "…"].`;
    return { ...whole, wrong: [operator], message, isOneCommand: false };
  }
  if (/^[A-Za-z_]\w*=/.test(program.value) && strings.length > 1) {
    const message = `"${program.value}" is taken for the program's name. Set the variable with ENV, or use a shell: ["/bin/sh", "-c", "…"].`;
    return { ...whole, wrong: [program], message, isOneCommand: false };
  }
  if (shellBuiltins.has(name)) {
    const message = `"${program.value}" is a shell command, not a program, and no shell reads this array. Use one: ["/bin/sh", "-c", "…"].`;
    return { ...whole, wrong: [program], message, isOneCommand: false };
  }
  if (programsWithLanguage.has(name) || /\.sh$|entrypoint/.test(name)) return undefined;
  const variable = strings
    .slice(1)
    .find(({ value }) => /(?:^|[^\\$])\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}|\([a-z])/.test(value));
  if (!variable) return undefined;
  const message = `No shell reads this array, so ${name} gets "${variable.value}" unchanged. Use a shell: ["/bin/sh", "-c", "…"].`;
  return { ...whole, wrong: [variable], message, isOneCommand: true };
}

/** `npm start`, `sh -c 'make'`, `/app --verbose`: a program and its words in one string. */
function isWholeCommand(text: string): boolean {
  const [, first = ""] = /^([\w./-]+) +\S/.exec(text) ?? [];
  return (
    isProgram(first) || shellOfProgram(first) !== undefined || (first !== "" && /^\S+ +--?[a-z]/i.test(text))
  );
}

function problemOf(
  { wrong, message, script, before, isOneCommand }: Mistake,
  instruction: Instruction,
): Problem {
  const { line, keyword } = instruction;
  const lasts = keyword === "CMD" || keyword === "ENTRYPOINT";
  const edits = scriptOfStrings(line, script, {
    strings: before,
    // So that the program takes the shell's place and gets the signals.
    script: isOneCommand && lasts ? "exec " : "",
  });
  const range = line.rangeOf(wrong[0]?.start ?? 0, wrong.at(-1)?.end ?? 0);
  if (!edits) return { range, message };
  // Words that CMD or `docker run` give to the entrypoint would reach the shell instead.
  const risk = keyword === "ENTRYPOINT" ? { unsafe: true as const } : {};
  return { range, message, fix: { title: "Let a shell read it", edits, ...risk } };
}

const inExecForm = picked(({ exec }) => exec !== undefined, withTriggers);
