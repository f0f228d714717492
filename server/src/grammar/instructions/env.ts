import type { InstructionEntry } from "../instruction";

export const env: InstructionEntry = {
  keyword: "ENV",
  summary: "Sets environment variables for the rest of the build and for every container.",
  does: "Later instructions of the stage can use the variable, RUN sees it, and so does each container of the image. `docker run --env` can change it there.",
  adds: "metadata",
  changes: "Adds the variables to the image's configuration.",
  trap: "The value stays in the image for all to read, so it is no place for a secret. In the instruction that sets a variable, its old value still holds.",
  examples: [
    "ENV NODE_ENV=production",
    'ENV PATH="/opt/venv/bin:$PATH"',
    'ENV LANG=C.UTF-8 \\\n    GREETING="Hello there"',
  ],
  signatures: [
    {
      label: "ENV name=value …",
      does: "One variable or several.",
      parameters: [
        { label: "name", does: "The variable's name.", repeats: true },
        { label: "value", does: "Quoted where it has blanks. Earlier variables are expanded in it." },
      ],
    },
  ],
  snippets: [
    { title: "ENV", body: "ENV ${1:NAME}=${2:value}", does: "Sets one variable." },
    {
      title: "ENV PATH",
      body: 'ENV PATH="${1:/opt/app/bin}:\\$PATH"',
      does: "Puts a directory in front of the search path.",
    },
    {
      title: "ENV from a build argument",
      body: "ARG ${1:NAME}=${2:default}\nENV ${1:NAME}=\\$${1:NAME}",
      does: "Keeps the value of a build argument in the image.",
    },
  ],
  flags: [],
  argument: { form: "pairs", minimum: 1, maximum: undefined, execForm: "refused", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#env",
};
