import type { InstructionEntry } from "../instruction";

export const stopsignal: InstructionEntry = {
  keyword: "STOPSIGNAL",
  summary: "Chooses the signal that asks the program to stop.",
  does: "`docker stop` sends this signal to the container's first process, and kills it if it is still there ten seconds later. Without it that is SIGTERM.",
  adds: "metadata",
  changes: "Sets the stop signal in the image's configuration.",
  trap: "A program started in shell form does not receive the signal: the shell does. Use the exec form of CMD or ENTRYPOINT.",
  examples: ["STOPSIGNAL SIGQUIT", "STOPSIGNAL 9"],
  signatures: [
    {
      label: "STOPSIGNAL signal",
      does: "One signal.",
      parameters: [{ label: "signal", does: "A name, `SIGINT` or `INT`, or a number." }],
    },
  ],
  snippets: [
    {
      title: "STOPSIGNAL",
      body: "STOPSIGNAL ${1|SIGTERM,SIGINT,SIGQUIT,SIGKILL,SIGHUP,SIGUSR1,SIGUSR2,SIGWINCH|}",
      does: "Chooses the signal.",
    },
  ],
  flags: [],
  // The builder takes the whole line, but no signal has a blank in it.
  argument: { form: "line", minimum: 1, maximum: 1, execForm: "refused", heredocs: false },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#stopsignal",
};
