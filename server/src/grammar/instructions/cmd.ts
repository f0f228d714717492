import type { InstructionEntry } from "../instruction";

export const cmd: InstructionEntry = {
  keyword: "CMD",
  summary: "Says which command a container of this image runs by default.",
  does: "Nothing runs during the build. `docker run image` starts this command; words after the image's name replace it. With an ENTRYPOINT, it holds that program's default arguments.",
  adds: "metadata",
  changes: "Sets the default command in the image's configuration.",
  trap: "Only the last CMD of a stage counts. In shell form the program runs under `/bin/sh -c`, so it may never see the signal that stops the container.",
  examples: [
    'CMD ["node", "server.js"]',
    'CMD ["--help"]',
    'CMD ["sh", "-c", "exec python app.py --port=$PORT"]',
  ],
  signatures: [
    {
      label: 'CMD ["executable", "argument", …]',
      does: "Exec form: the program starts directly. A JSON array with double quotes.",
      parameters: [
        {
          label: '"executable"',
          does: "The program, found on the image's `PATH`. Left out when ENTRYPOINT names it.",
        },
        {
          label: '"argument"',
          does: "Taken literally: no variables, no wildcards, no pipes.",
          repeats: true,
        },
      ],
    },
    {
      label: "CMD command argument…",
      does: "Shell form: the line runs in a shell, `/bin/sh -c` unless SHELL says otherwise.",
      parameters: [
        { label: "command", does: "The program. Write `exec` before it so that it receives signals." },
        {
          label: "argument…",
          does: "The shell expands variables in it when the container starts.",
          repeats: true,
        },
      ],
    },
  ],
  snippets: [
    {
      title: "CMD in exec form",
      body: 'CMD ["${1:executable}", "${2:argument}"]',
      does: "Starts the program directly, so it receives signals.",
    },
    {
      title: "CMD with a shell variable",
      body: 'CMD ["sh", "-c", "exec ${1:program} ${2:--port}=\\$${3:PORT}"]',
      does: "Starts the program through a shell that expands variables first.",
    },
    { title: "CMD in shell form", body: "CMD ${1:command}", does: "Runs the line in the image's shell." },
  ],
  flags: [],
  argument: { form: "command", minimum: 0, maximum: undefined, execForm: "accepted", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "shell",
  lastOneCounts: true,
  documentation: "https://docs.docker.com/reference/dockerfile/#cmd",
};
