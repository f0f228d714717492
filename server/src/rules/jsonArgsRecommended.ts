import { execFormOfScript, execFormOfWords } from "../lint/execFormEdits";
import type { Fix, Problem, Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { isTrigger } from "../model/isTrigger";
import { meantExecForm } from "../model/meantExecForm";
import { plainCommand } from "../model/plainCommand";
import { quotedCommand } from "../model/quotedCommand";
import { scriptInstructions } from "../model/scriptInstructions";
import { inSections } from "../model/sections";
import type { ShellScript } from "../model/shell";
import { isShellSet, shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";

export const jsonArgsRecommended: Rule = {
  id: "json-args-recommended",
  aliases: ["JSONArgsRecommended", "DL3025"],
  severity: "warning",
  category: "instructions",
  summary: "The container's command is in shell form, so a shell stands between the engine and the program.",
  rationale:
    "The shell is then the container's first process, and it passes no signals on: `docker stop` waits ten seconds and kills the program. An ENTRYPOINT in shell form also loses what CMD and `docker run` give it. A JSON array starts the program itself. Where you do need a shell, name it in the array or with SHELL. A health check is ended with its shell, so there it is a matter of taste.",
  examples: [
    {
      text: "FROM python:3.14\nCMD [|python app.py|]\n",
      fixed: 'FROM python:3.14\nCMD ["python", "app.py"]\n',
    },
    { text: 'FROM python:3.14\nCMD ["python", "app.py"]\n' },
    {
      text: "FROM node:24\nENTRYPOINT [|exec node --title 'my app' \\\n    # the server\n    server.js|]\n",
      fixed:
        'FROM node:24\nENTRYPOINT ["node", "--title", "my app", \\\n    # the server\n    "server.js"]\n',
    },
    {
      text: 'FROM node:24\nCMD [|npm run build && echo "$PORT" \\\n  && npm start|]\n',
      fixed: 'FROM node:24\nCMD ["/bin/sh", "-c", "npm run build && echo \\"$PORT\\" \\\n  && npm start"]\n',
    },
    {
      text: 'FROM debian:13 AS base\nSHELL ["/bin/bash", "-c"]\nCMD echo hello\nFROM base\nCMD echo hello\n',
    },
    {
      text: "FROM nginx:1.29\nHEALTHCHECK --interval=5m CMD [|curl -f http://localhost/|]\n",
      fixed: 'FROM nginx:1.29\nHEALTHCHECK --interval=5m CMD ["curl", "-f", "http://localhost/"]\n',
    },
    {
      text: "FROM nginx:1.29\nONBUILD CMD [|ls *.conf|]\nRUN echo hello\n",
      fixed: 'FROM nginx:1.29\nONBUILD CMD ["/bin/sh", "-c", "ls *.conf"]\nRUN echo hello\n',
    },
    {
      text: "FROM nginx:1.29\nCMD [|'/opt/my app' -x|]\n",
      fixed: 'FROM nginx:1.29\nCMD ["/opt/my app", "-x"]\n',
    },
    { text: "FROM nginx:1.29\nCMD ['nginx', '-g']\nHEALTHCHECK NONE\nCMD\n" },
    { text: "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD [|dir C:\\app|]\n" },
  ],

  check(dockerfile, report) {
    for (const instruction of inSections(dockerfile, scriptInstructions)) {
      const script = shellForm(instruction, dockerfile);
      if (script) report(problemOf(instruction, script, isTrigger(instruction)));
    }
  },
};

function shellForm(instruction: Instruction, dockerfile: Dockerfile): ShellScript | undefined {
  const { keyword, exec } = instruction;
  if (keyword !== "CMD" && keyword !== "ENTRYPOINT" && keyword !== "HEALTHCHECK") return undefined;
  // What tries to be a JSON array and is none is a mistake of its own.
  if (exec || meantExecForm(instruction) || isShellSet(dockerfile, instruction)) return undefined;
  const [script] = shellScripts(instruction, shellOf(dockerfile, instruction));
  // No array of it would start either.
  return script && !quotedCommand(script) ? script : undefined;
}

function problemOf({ keyword }: Instruction, script: ShellScript, isInTrigger: boolean): Problem {
  const words = plainCommand(script);
  const range = script.rangeOf(0, script.text.trimEnd().length);
  const fix = fixOf(script);
  const array = words && `[${words.map(({ value, text }) => JSON.stringify(value ?? text)).join(", ")}]`;
  if (keyword === "HEALTHCHECK") {
    return {
      range,
      message: `This check runs inside a shell. Write ${array ?? "the shell in a JSON array"} to show what is started.`,
      severity: words ? "information" : "hint",
      // BuildKit looks at CMD and ENTRYPOINT alone.
      aliases: ["DL3025"],
      ...(fix && { fix }),
    };
  }
  return {
    range,
    message: `${reasonOf(keyword, script)} ${adviceOf(script, array)}`,
    // The program takes the shell's place and gets the signals; only what CMD gives an ENTRYPOINT is lost.
    ...(!words && script.ast && isReplaced(script) && { severity: "information" }),
    // BuildKit looks at a trigger when it is run.
    ...(isInTrigger && { aliases: ["DL3025"] }),
    ...(fix && { fix }),
  };
}

/** A command prompt passes on nothing either, but a Windows container is not stopped by a signal. */
function reasonOf(keyword: string, script: ShellScript): string {
  if (!script.ast) return `${keyword} in shell form starts a shell first.`;
  if (isReplaced(script)) return `${keyword} in shell form needs a shell just to start the program.`;
  return keyword === "ENTRYPOINT"
    ? 'ENTRYPOINT in shell form ignores CMD, and its shell keeps "docker stop" from reaching the program.'
    : `${keyword} in shell form starts a shell, which keeps "docker stop" from reaching the program.`;
}

function isReplaced({ text }: ShellScript): boolean {
  return /^exec\s/.test(text);
}

function adviceOf(script: ShellScript, array: string | undefined): string {
  const { ast, invocation } = script;
  if (array) return `Write ${array}.`;
  const shell = invocation.map((word) => JSON.stringify(word)).join(", ");
  return `Move it into a script, or name the shell: [${shell}, "…"]${ast && !isReplaced(script) ? ', with "exec" before the last command' : ""}.`;
}

function fixOf(script: ShellScript): Fix | undefined {
  // A command prompt reads words in its own way.
  if (!script.ast) return undefined;
  const words = plainCommand(script);
  return words
    ? { title: "Make it a JSON array", edits: execEdits(script), unsafe: true }
    : { title: "Name the shell in a JSON array", edits: execFormOfScript(script), unsafe: true };
}

/** What stands before the program, such as `exec`, goes. */
function execEdits(script: ShellScript): Fix["edits"] {
  const words = plainCommand(script) ?? [];
  const [first] = words;
  const edits = execFormOfWords(words);
  if (!first || first.start === 0) return edits;
  return [{ range: script.rangeOf(0, first.start), newText: "" }, ...edits];
}
