import type { InstructionEntry } from "../instruction";

export const maintainer: InstructionEntry = {
  keyword: "MAINTAINER",
  summary: "Names the author of the image; deprecated, a label does it better.",
  does: "Sets the author field of the image. The whole rest of the line is the name.",
  adds: "metadata",
  changes: "Sets the author in the image's configuration.",
  trap: "It is deprecated. Write `LABEL org.opencontainers.image.authors` instead, which tools show and which holds more than one author.",
  examples: ["MAINTAINER Ada Lovelace <ada@example.com>"],
  signatures: [
    {
      label: "MAINTAINER name",
      does: "Deprecated.",
      parameters: [{ label: "name", does: "The author, usually with a mail address." }],
    },
  ],
  snippets: [
    {
      title: "LABEL instead of MAINTAINER",
      body: 'LABEL org.opencontainers.image.authors="${1:name <mail@example.com>}"',
      does: "Names the authors in the way of today.",
    },
  ],
  flags: [],
  argument: { form: "line", minimum: 1, maximum: undefined, execForm: "refused", heredocs: false },
  places: ["stage"],
  expandedBy: "nobody",
  deprecated: {
    instead: "LABEL",
    why: "A label says the same, can be inspected, and is not limited to one author.",
  },
  documentation: "https://docs.docker.com/reference/dockerfile/#maintainer-deprecated",
};
