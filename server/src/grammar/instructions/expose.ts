import type { InstructionEntry } from "../instruction";

export const expose: InstructionEntry = {
  keyword: "EXPOSE",
  summary: "Notes which ports the program in the container listens on.",
  does: "A note for people and tools: `docker run -P` publishes every port that is noted here. The protocol is TCP unless `/udp` or `/sctp` follows.",
  adds: "metadata",
  changes: "Adds the ports to the image's configuration.",
  trap: "It opens nothing. To reach the port from your machine, publish it when you run: `docker run -p 8080:80 image`. A mapping such as `8080:80` has no place here.",
  examples: ["EXPOSE 8080", "EXPOSE 53/tcp 53/udp", "EXPOSE 7000-7010"],
  signatures: [
    {
      label: "EXPOSE port[/protocol] …",
      does: "One port or several.",
      parameters: [
        { label: "port", does: "A number from 1 to 65535, or a range such as `7000-7010`.", repeats: true },
        { label: "[/protocol]", does: "`tcp`, `udp` or `sctp`, in lower case. `tcp` when left out." },
      ],
    },
  ],
  snippets: [
    { title: "EXPOSE", body: "EXPOSE ${1:8080}", does: "Notes a TCP port." },
    { title: "EXPOSE a UDP port", body: "EXPOSE ${1:53}/udp", does: "Notes a UDP port." },
  ],
  flags: [],
  argument: { form: "words", minimum: 1, maximum: undefined, execForm: "refused", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#expose",
};
