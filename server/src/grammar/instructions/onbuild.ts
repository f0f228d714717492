import type { InstructionEntry } from "../instruction";

export const onbuild: InstructionEntry = {
  keyword: "ONBUILD",
  summary: "Stores an instruction that runs when another image is built on this one.",
  does: "Nothing happens in this build. When a Dockerfile says FROM this image, the stored instructions run right after that FROM, in the order they were written.",
  adds: "metadata",
  changes: "Adds the trigger to the image's configuration.",
  trap: "People who use the image do not see the triggers in their own file. Say so in the tag, for example `-onbuild`. Triggers are not passed on to grandchildren.",
  examples: ["ONBUILD COPY . /app/", "ONBUILD RUN npm ci", "ONBUILD USER node"],
  signatures: [
    {
      label: "ONBUILD instruction",
      does: "One trigger.",
      parameters: [
        {
          label: "instruction",
          does: "Any instruction but FROM, MAINTAINER and ONBUILD, with its flags and arguments.",
        },
      ],
    },
  ],
  snippets: [
    {
      title: "ONBUILD",
      body: "ONBUILD ${1|COPY,RUN,ADD,WORKDIR,USER,ENV,ARG|} ${2:arguments}",
      does: "Stores an instruction for child images.",
    },
  ],
  flags: [],
  argument: { form: "instruction", minimum: 1, maximum: undefined, execForm: "refused", heredocs: true },
  places: ["stage"],
  expandedBy: "trigger",
  documentation: "https://docs.docker.com/reference/dockerfile/#onbuild",
};
