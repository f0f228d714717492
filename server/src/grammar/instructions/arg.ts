import type { InstructionEntry } from "../instruction";

export const arg: InstructionEntry = {
  keyword: "ARG",
  summary: "Declares a variable that can be set from outside when the image is built.",
  does: "The value comes from `docker build --build-arg NAME=value`, or else from the default written here. RUN sees it as an environment variable until the stage ends.",
  adds: "nothing",
  changes: "Leaves no variable in the image; its value is still to be read in the image's history.",
  trap: "An ARG before the first FROM is seen by FROM lines only. Repeat `ARG NAME` inside the stage to use it there. Never pass a secret this way.",
  examples: [
    "ARG NODE_VERSION=22\nFROM node:${NODE_VERSION}-alpine",
    "ARG TARGETARCH",
    "ARG BUILD_DATE REVISION=unknown",
  ],
  signatures: [
    {
      label: "ARG name[=default] …",
      does: "One variable or several.",
      parameters: [
        {
          label: "name",
          does: "The variable's name. It holds from this line to the end of the stage.",
          repeats: true,
        },
        {
          label: "[=default]",
          does: "What holds when the build does not set it. Earlier variables may be used in it.",
        },
      ],
    },
  ],
  snippets: [
    {
      title: "ARG with a default",
      body: "ARG ${1:NAME}=${2:value}",
      does: "A variable that the build may set.",
    },
    {
      title: "ARG for a base version",
      body: "ARG ${1:VERSION}=${2:1.0}\nFROM ${3:image}:\\${${1:VERSION}}",
      does: "A global argument that picks the base image's tag.",
    },
    {
      title: "ARG for the target platform",
      body: "ARG TARGETOS\nARG TARGETARCH",
      does: "Lets RUN see which platform the image is built for.",
    },
  ],
  flags: [],
  argument: { form: "words", minimum: 1, maximum: undefined, execForm: "refused", heredocs: false },
  places: ["preamble", "stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#arg",
};
