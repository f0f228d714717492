import type { InstructionEntry } from "../instruction";

export const label: InstructionEntry = {
  keyword: "LABEL",
  summary: "Attaches facts to the image, such as its source, version or licence.",
  does: "Each label is a key with a text. Registries and tools read them, and `docker image inspect` shows them. Labels of the base image are inherited.",
  adds: "metadata",
  changes: "Adds the labels to the image's configuration.",
  trap: "A date or commit in a label changes at every build, so keep such labels at the end of the file. Use double quotes: variables are not expanded in single ones.",
  examples: [
    'LABEL org.opencontainers.image.source="https://github.com/owner/repository"',
    'LABEL org.opencontainers.image.title="Cats" \\\n      org.opencontainers.image.licenses="MIT"',
  ],
  signatures: [
    {
      label: "LABEL key=value …",
      does: "One label or several.",
      parameters: [
        {
          label: "key",
          does: "Lower case, with a domain of yours in reverse: `com.example.team`.",
          repeats: true,
        },
        { label: "value", does: "A text, quoted where it has blanks." },
      ],
    },
  ],
  snippets: [
    { title: "LABEL", body: 'LABEL ${1:com.example.key}="${2:value}"', does: "Attaches one label." },
    {
      title: "LABEL with the standard keys",
      body: [
        'LABEL org.opencontainers.image.title="${1:title}" \\\\',
        '      org.opencontainers.image.description="${2:description}" \\\\',
        '      org.opencontainers.image.source="${3:https://github.com/owner/repository}" \\\\',
        '      org.opencontainers.image.licenses="${4:MIT}"',
      ].join("\n"),
      does: "The keys of the OCI image specification that most tools show.",
    },
  ],
  flags: [],
  argument: { form: "pairs", minimum: 1, maximum: undefined, execForm: "refused", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#label",
};
