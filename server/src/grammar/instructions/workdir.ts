import type { InstructionEntry } from "../instruction";

export const workdir: InstructionEntry = {
  keyword: "WORKDIR",
  summary: "Sets the directory that later instructions and the container start in.",
  does: "RUN, CMD, ENTRYPOINT, COPY and ADD from here on work in this directory. It is made if it does not exist.",
  adds: "layer",
  changes:
    "Sets the working directory in the image's configuration, and adds a layer if the directory is new.",
  trap: "A relative path goes on from the WORKDIR before it, so two lines `WORKDIR app` end in `app/app`. Begin with `/`. The missing directory belongs to the user of the last USER, its parents too.",
  examples: ["WORKDIR /app", "WORKDIR $HOME/src"],
  signatures: [
    {
      label: "WORKDIR path",
      does: "One directory. The whole line is the path, blanks included.",
      parameters: [{ label: "path", does: "Best absolute. Variables of ENV and ARG are expanded." }],
    },
  ],
  snippets: [{ title: "WORKDIR", body: "WORKDIR ${1:/app}", does: "Sets the working directory." }],
  flags: [],
  argument: { form: "line", minimum: 1, maximum: undefined, execForm: "refused", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#workdir",
};
