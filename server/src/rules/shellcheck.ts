import { knownForms } from "../grammar/bashisms";
import { posixShellOfImage } from "../grammar/posixShellOfImage";
import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { meantExecForm } from "../model/meantExecForm";
import { shellName } from "../model/shellName";
import { shellOf } from "../model/shellOf";
import { shProgram } from "../model/shellProgram";

export const shellcheck: Rule = {
  id: "shellcheck",
  aliases: [],
  severity: "warning",
  category: "shell",
  needs: "shellcheck",
  summary: "ShellCheck, where it is installed, finds something in what RUN executes.",
  rationale:
    "Each finding carries ShellCheck's own code, for example SC2154, by which it can be graded and silenced; https://www.shellcheck.net/wiki tells of each. What it says of the plain sh of POSIX is left out where the base image's sh knows the form. The program is looked for on PATH, or where `drydock.shellcheck.path` says; in a workspace that is not trusted it never runs.",
  examples: [
    { text: "FROM alpine:3.22\nRUN echo [|$undefined_name|]\n" },
    { text: 'FROM alpine:3.22\nARG defined_name\nRUN echo "$defined_name"\n' },
    { text: "FROM alpine:3.22\nRUN [[ -d /x ]] && source ./env.sh\n" },
  ],
  program: "shellcheck",

  isMistaken({ aliases = [] }, dockerfile, instruction) {
    // That this is meant for a JSON array is said by a rule of its own.
    if (meantExecForm(instruction.trigger ?? instruction)) return true;
    return aliases.some((code) => /^SC3\d{3}$/.test(code) && isKnown(code, dockerfile, instruction));
  },
};

/** Whether the program that reads the instruction knows a form that POSIX has not. */
function isKnown(code: string, dockerfile: Dockerfile, instruction: Instruction): boolean {
  const [program = ""] = shellOf(dockerfile, instruction);
  const name = shellName(program);
  const reader = name === "sh" ? shProgram(dockerfile, instruction, posixShellOfImage) : name;
  switch (reader) {
    case "bash":
      return true;
    case "ash":
    case "busybox":
      return knownForms.busybox.has(code);
    case "dash":
      return knownForms.dash.has(code);
    default:
      return false;
  }
}
