import type { InstructionEntry } from "../instruction";

export const shell: InstructionEntry = {
  keyword: "SHELL",
  summary: "Chooses the shell for the shell form of RUN, CMD and ENTRYPOINT.",
  does: "Every later shell form of the stage runs in this shell. Without it that is `/bin/sh -c` on Linux and `cmd /S /C` on Windows.",
  adds: "metadata",
  changes: "Sets the shell in the image's configuration; child images inherit it.",
  trap: "It must be a JSON array, and the last string must be the option that takes a command, such as `-c`. The shell must be in the image: Alpine has no bash.",
  examples: ['SHELL ["/bin/bash", "-o", "pipefail", "-c"]', 'SHELL ["powershell", "-Command"]'],
  signatures: [
    {
      label: 'SHELL ["executable", "argument", …]',
      does: "A JSON array, nothing else.",
      parameters: [
        { label: '"executable"', does: "The shell, for example `/bin/bash`." },
        { label: '"argument"', does: "Its options; the command is added as the last one.", repeats: true },
      ],
    },
  ],
  snippets: [
    {
      title: "SHELL bash with pipefail",
      body: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
      does: "A pipe fails when any of its commands does.",
    },
    {
      title: "SHELL sh that stops at errors",
      body: 'SHELL ["/bin/sh", "-eu", "-c"]',
      does: "A failing command or an unset variable stops the script.",
    },
    {
      title: "SHELL PowerShell",
      body: `SHELL ["powershell", "-Command", "\\$ErrorActionPreference = 'Stop'; \\$ProgressPreference = 'SilentlyContinue';"]`,
      does: "PowerShell on Windows that stops at the first error.",
    },
  ],
  flags: [],
  argument: { form: "command", minimum: 1, maximum: undefined, execForm: "required", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "nobody",
  documentation: "https://docs.docker.com/reference/dockerfile/#shell",
};
