import { type Bashism, bashisms } from "../grammar/bashisms";
import { type PosixShell, posixShellOfImage } from "../grammar/posixShellOfImage";
import type { Fix, Problem, Rule } from "../lint/rule";
import type { BashForm } from "../model/bashForm";
import { bashForms } from "../model/bashForms";
import type { Dockerfile } from "../model/dockerfile";
import { editScript } from "../model/editScript";
import { everyScript } from "../model/everyScript";
import type { Instruction } from "../model/instruction";
import { oncePerShell } from "../model/oncePerShell";
import { scriptInstructions } from "../model/scriptInstructions";
import { inSections } from "../model/sections";
import type { ShellScript } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shProgram } from "../model/shellProgram";

export const posixShBashism: Rule = {
  id: "posix-sh-bashism",
  // Each finding has a code of its own, so that one can be silenced without the others.
  aliases: [],
  severity: "warning",
  category: "shell",
  summary: "A script uses what only bash knows, and sh reads it.",
  rationale:
    'Without a SHELL instruction `/bin/sh` reads every RUN. On Debian and Ubuntu that is dash, on Alpine it is BusyBox: neither knows all of bash, and some of it fails without a word. Write it as every shell knows it, or choose bash with `SHELL ["/bin/bash", "-c"]`. What is said depends on the base image: where BusyBox knows the form, or where `sh` is bash, nothing is; where the image is not known, it is said as information. Each finding carries the code that ShellCheck has for it, such as SC3010.',
  examples: [
    {
      text: "FROM debian:13\nRUN [|source|] ./env.sh\n",
      fixed: "FROM debian:13\nRUN . ./env.sh\n",
    },
    { text: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN if [[ "$A" = b ]]; then make; fi\n' },
    { text: 'FROM alpine:3.22\nRUN [[ -d /x ]] && source ./y.sh && echo -e "a\\tb"\n' },
    { text: "FROM alpine:3.22\nRUN mkdir -p /srv/[|{a,b}|]\n" },
    { text: "FROM fedora:42\nRUN mkdir -p /srv/{a,b} && set -o pipefail\n" },
    { text: "FROM debian:13\nRUN ln -sf /bin/bash /bin/sh\nRUN mkdir /srv/{a,b}\n" },
    {
      text: "FROM debian:13\nRUN [|function|] f { make; }; f\n",
      fixed: "FROM debian:13\nRUN f() { make; }; f\n",
    },
    {
      text: 'FROM debian:13\nRUN if [ "$A" [|==|] b ]; then make [|&>|] log; fi\n',
      fixed: 'FROM debian:13\nRUN if [ "$A" = b ]; then make > log 2>&1; fi\n',
    },
    { text: "FROM debian:13\nRUN set -eo [|pipefail|]; make\n" },
    { text: "FROM me/app:1\nRUN cat [|<<<|] hello && a=[|(1 2)|]\n" },
    {
      text: 'FROM debian:13\nRUN echo [|-e|] "a\\tb" > /f && echo -n a\n',
      fixed: 'FROM debian:13\nRUN printf "%b\\n" "a\\tb" > /f && echo -n a\n',
    },
    { text: "FROM debian:13\nRUN useradd -u [|$UID|] me\n" },
    { text: "FROM debian:13\nARG UID\nRUN useradd -u $UID me\n" },
    { text: "FROM debian:13\nRUN <<EOF\n#!/bin/bash\n[[ -d /x ]] || exit\nEOF\n" },
    { text: "FROM debian:13\nRUN bash -c '[[ -d /x ]]' && sh -c 'A=[|${B:0:1}|]'\n" },
    { text: "FROM debian:13\nONBUILD RUN [|pushd|] /srv\n" },
  ],

  check(dockerfile, report) {
    const declared = new Set(dockerfile.variableDefinitions.map(({ name }) => name));
    for (const instruction of inSections(dockerfile, scriptInstructions)) {
      const shell = shellOf(dockerfile, instruction);
      if (!hasForms(instruction.atZero, shell)) continue;
      for (const script of everyScript(instruction, shell)) {
        const program = programOf(dockerfile, instruction, script);
        if (program === undefined || program === "bash" || !script.ast) continue;
        for (const form of bashForms(script.ast)) {
          const bashism: Bashism = bashisms[form.kind];
          if (program === "busybox" && bashism.busybox === "knows") continue;
          if (form.name !== undefined && declared.has(form.name)) continue;
          report(problemOf(form, bashism, script, program));
        }
      }
    }
  },
};

/** Nearly no instruction has any, so it is looked at where it stands only if this one has. */
const hasForms = oncePerShell((atZero, shell) =>
  everyScript(atZero, shell).some(({ ast }) => ast && bashForms(ast).length > 0),
);

type Program = PosixShell | "unknown";

/** What really reads a script; undefined for shells of other kinds, and where it is not certain which. */
function programOf(
  dockerfile: Dockerfile,
  instruction: Instruction,
  { shell }: ShellScript,
): Program | undefined {
  switch (shell) {
    case "sh":
      return shProgram(dockerfile, instruction, posixShellOfImage);
    case "dash":
      return "dash";
    case "ash":
    case "busybox":
      return "busybox";
    default:
      return undefined;
  }
}

function problemOf(form: BashForm, bashism: Bashism, script: ShellScript, program: Program): Problem {
  const { codes, advice } = bashism;
  const isNamed = form.kind === "variable" || form.kind === "command" || form.kind === "setOption";
  const what = isNamed && form.name ? `${form.kind === "variable" ? "$" : ""}${form.name}` : bashism.what;
  return {
    range: script.rangeOf(form.start, form.end),
    message: `${readers[program]} ${what}. ${advice}`,
    aliases: codes,
    fix: fixOf(form, script),
    ...(program === "unknown" && { severity: "information" }),
  };
}

const readers: Readonly<Record<Program, string>> = {
  bash: "",
  busybox: "BusyBox's sh reads this and does not know",
  dash: "dash reads this as sh and does not know",
  unknown: "sh reads this, and many a sh does not know",
};

function fixOf({ kind, edits }: BashForm, script: ShellScript): Fix | undefined {
  const written = edits?.length ? editScript(script, edits) : undefined;
  if (!written) return undefined;
  const title = "Write it as every shell knows it";
  // What stops the build today can only become better; the others run today, and do something else.
  return stopsTheBuild.has(kind) ? { title, edits: written } : { title, edits: written, unsafe: true };
}

const stopsTheBuild: ReadonlySet<BashForm["kind"]> = new Set(["functionKeyword", "outputToFile", "source"]);
