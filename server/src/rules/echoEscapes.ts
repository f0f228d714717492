import { posixShellOfImage } from "../grammar/posixShellOfImage";
import type { Fix, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { Instruction } from "../model/instruction";
import { oncePerShell } from "../model/oncePerShell";
import { scriptInstructions } from "../model/scriptInstructions";
import { inSections } from "../model/sections";
import type { ShellCommand, ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shProgram } from "../model/shellProgram";

export const echoEscapes: Rule = {
  id: "echo-escapes",
  aliases: ["SC2028"],
  severity: "information",
  category: "shell",
  summary: "`echo` prints a backslash and a letter where a line break or tab was meant.",
  rationale:
    "The echo of bash and of BusyBox prints `\\n` as it stands; that of dash makes a line break of it. `printf` does the same everywhere. Nothing is said where dash reads the script, or where the base image does not tell.",
  examples: [
    {
      text: 'FROM alpine:3.22\nRUN echo [|"a\\nb"|] > /file\n',
      fixed: 'FROM alpine:3.22\nRUN printf "a\\nb\\n" > /file\n',
    },
    { text: "FROM alpine:3.22\nRUN printf 'a\\nb\\n' > /file\n" },
    {
      text: "FROM debian:13\nRUN echo 'a\\nb' && bash -c \"echo [|'a\\tb'|]\"\n",
      fixed: "FROM debian:13\nRUN echo 'a\\nb' && bash -c \"printf 'a\\tb\\\\n'\"\n",
    },
    { text: "FROM me/app:1\nRUN echo 'a\\nb'\nSHELL [\"/bin/bash\", \"-c\"]\nRUN echo -n [|'a\\rb'|]\n" },
    {
      text: "FROM alpine:3.22\nRUN echo -e 'a\\nb' && echo -ne 'c\\n' && echo $'d\\n' && echo 'e\\\\n' && echo f\\n\n",
    },
    { text: "FROM alpine:3.22\nRUN echo 's/a\\n/b/' | sed -f - && echo 'C:\\new' && echo 'a\\.b'\n" },
    {
      text: "FROM fedora:42\nRUN <<EOF\necho [|'a\\nb'|]\nEOF\nONBUILD RUN echo [|\"$a\\n\"|]\n",
      fixed: "FROM fedora:42\nRUN <<EOF\nprintf 'a\\nb\\n'\nEOF\nONBUILD RUN echo \"$a\\n\"\n",
    },
  ],

  check(dockerfile, report) {
    for (const instruction of inSections(dockerfile, scriptInstructions)) {
      const shell = shellOf(dockerfile, instruction);
      if (!hasEscapes(instruction.atZero, shell)) continue;
      for (const script of everyScript(instruction, shell)) {
        const commands = echoesOf(script);
        if (commands.length === 0 || !printsAsWritten(dockerfile, instruction, script)) continue;
        for (const command of commands) {
          for (const { range } of wordsWithEscapes(command)) {
            report({
              range,
              message:
                "echo prints the backslash and the letter as they stand. Use printf, which knows them.",
              fix: fixOf(command, script),
            });
          }
        }
      }
    }
  },
};

const hasEscapes = oncePerShell((atZero, shell) =>
  everyScript(atZero, shell).some((script) =>
    echoesOf(script).some((command) => wordsWithEscapes(command).length > 0),
  ),
);

function echoesOf(script: ShellScript): readonly ShellCommand[] {
  return script.commands.filter(({ name, shell }) => name === "echo" && shell === script.shell);
}

function printsAsWritten(dockerfile: Dockerfile, instruction: Instruction, { shell }: ShellScript): boolean {
  if (shell !== "sh") return shell === "bash" || shell === "ash" || shell === "busybox";
  const program = shProgram(dockerfile, instruction, posixShellOfImage);
  return program === "bash" || program === "busybox";
}

function wordsWithEscapes({ words }: ShellCommand) {
  if (/^-[nE]*e/.test(words[0]?.text ?? "") || /^-[nE]*e/.test(words[1]?.text ?? "")) return [];
  return words.filter(({ text }) => /^["']/.test(text) && ESCAPE.test(text) && !FOR_OTHERS.test(text));
}

/** `\n`, `\r` or `\t` that is no part of a longer word such as a Windows path, and has no backslash before it. */
const ESCAPE = /(?<![\\:])(?:\\\\)*\\[nrt]/;

/** What looks like a command of sed or a path of Windows is for another program to read. */
const FOR_OTHERS = /\bs([/|,#]).*\1|[A-Za-z]:\\|\\\\/;

/** Only for one word without a percent sign or a variable, which printf would read in its own way. */
function fixOf({ words, node }: ShellCommand, script: ShellScript): Fix | undefined {
  const [only] = words;
  const name = node?.name;
  if (
    words.length !== 1 ||
    name === undefined ||
    !/^(?:"(?!-)[^"%$`]*"|'(?!-)[^'%]*')$/.test(only?.text ?? "")
  )
    return undefined;
  const [text] = node?.args ?? [];
  if (text === undefined) return undefined;
  const edits = editScript(script, [
    { start: name.pos, end: name.end, text: "printf" },
    { start: text.end - 1, end: text.end - 1, text: "\\n" },
  ]);
  return edits && { title: "Use printf", edits, unsafe: true };
}
