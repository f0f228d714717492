import type { InstructionEntry } from "../instruction";

export const volume: InstructionEntry = {
  keyword: "VOLUME",
  summary: "Marks directories whose data lives outside the container.",
  does: "Each new container gets a volume for the directory, filled with what the image has there. The data outlives a restart, and is as fast as the disk.",
  adds: "metadata",
  changes: "Adds the directories to the image's configuration.",
  trap: "Every run without `-v` leaves a nameless volume behind, and a child image cannot take the VOLUME back. It cannot name a directory of your machine.",
  examples: ["VOLUME /var/lib/data", 'VOLUME ["/var/log", "/var/cache"]'],
  signatures: [
    {
      label: "VOLUME path…",
      does: "Paths without blanks.",
      parameters: [{ label: "path…", does: "A directory in the container.", repeats: true }],
    },
    {
      label: 'VOLUME ["path", …]',
      does: "A JSON array.",
      parameters: [{ label: '"path"', does: "A directory in the container.", repeats: true }],
    },
  ],
  snippets: [{ title: "VOLUME", body: 'VOLUME ["${1:/data}"]', does: "Marks one directory." }],
  flags: [],
  argument: { form: "words", minimum: 1, maximum: undefined, execForm: "accepted", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#volume",
};
