import type { InstructionEntry } from "../instruction";

export const entrypoint: InstructionEntry = {
  keyword: "ENTRYPOINT",
  summary: "Names the program that every container of this image runs.",
  does: "The container behaves like that program: words after the image's name, or else those of CMD, become its arguments. `docker run --entrypoint` replaces it.",
  adds: "metadata",
  changes: "Sets the entrypoint in the image's configuration.",
  trap: "In shell form it ignores CMD and the words of `docker run`, and the program does not receive signals. Setting it also clears a CMD that the base image had.",
  examples: [
    'ENTRYPOINT ["/usr/local/bin/app"]',
    'ENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["serve"]',
    "ENTRYPOINT []",
  ],
  signatures: [
    {
      label: 'ENTRYPOINT ["executable", "argument", …]',
      does: "Exec form: the program starts directly and receives signals.",
      parameters: [
        { label: '"executable"', does: "The program, by full path or found on the image's `PATH`." },
        { label: '"argument"', does: "Always passed, before those of CMD or `docker run`.", repeats: true },
      ],
    },
    {
      label: "ENTRYPOINT command argument…",
      does: "Shell form: the line runs in a shell, and CMD is ignored.",
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
      title: "ENTRYPOINT in exec form",
      body: 'ENTRYPOINT ["${1:executable}"]',
      does: "Names the program that always runs.",
    },
    {
      title: "ENTRYPOINT with a default CMD",
      body: 'ENTRYPOINT ["${1:executable}"]\nCMD ["${2:--help}"]',
      does: "A fixed program whose arguments can be replaced.",
    },
    {
      title: "ENTRYPOINT script",
      body: 'COPY --chmod=755 ${1:entrypoint.sh} /usr/local/bin/\nENTRYPOINT ["${1:entrypoint.sh}"]',
      does: "A script that prepares the container, then starts the program.",
    },
  ],
  flags: [],
  // `ENTRYPOINT []` is how an inherited entrypoint is taken away.
  argument: { form: "command", minimum: 0, maximum: undefined, execForm: "accepted", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "shell",
  lastOneCounts: true,
  documentation: "https://docs.docker.com/reference/dockerfile/#entrypoint",
};
