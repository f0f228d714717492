import type { Rule } from "../lint/rule";

export const shellcheck: Rule = {
  id: "shellcheck",
  aliases: [],
  severity: "warning",
  category: "shell",
  needs: "shellcheck",
  summary: "ShellCheck, where it is installed, finds something in what RUN executes.",
  rationale:
    "Each finding carries ShellCheck's own code, for example SC2154, by which it can be graded and silenced; https://www.shellcheck.net/wiki tells of each. The program is looked for on PATH, or where `drydock.shellcheck.path` says; in a workspace that is not trusted it never runs.",
  examples: [
    { text: "FROM alpine:3.22\nRUN echo [|$undefined_name|]\n" },
    { text: 'FROM alpine:3.22\nARG defined_name\nRUN echo "$defined_name"\n' },
  ],
  program: "shellcheck",
};
