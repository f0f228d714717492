import type { Rule } from "../lint/rule";
import { exposedPorts } from "../model/exposedPorts";

export const exposeInvalidFormat: Rule = {
  id: "expose-invalid-format",
  aliases: ["ExposeInvalidFormat"],
  severity: "warning",
  category: "instructions",
  summary: "EXPOSE is given a host address or a host port, which it cannot set.",
  rationale:
    "EXPOSE notes which port the program listens on inside the container. Which port of the host leads there is said when the container is started: `docker run -p 8888:5000`. So EXPOSE takes the container's port alone.",
  examples: [
    { text: "FROM alpine:3.22\nEXPOSE [|8888:5000|]\n", fixed: "FROM alpine:3.22\nEXPOSE 5000\n" },
    { text: "FROM alpine:3.22\nEXPOSE 5000 53/udp\n" },
    {
      text: "FROM alpine:3.22\nEXPOSE [|127.0.0.1:80:80/tcp|]\n",
      fixed: "FROM alpine:3.22\nEXPOSE 80/tcp\n",
    },
    { text: "FROM alpine:3.22\nONBUILD EXPOSE [|1:2|]\n", fixed: "FROM alpine:3.22\nONBUILD EXPOSE 2\n" },
  ],

  checkInstruction(instruction, report) {
    for (const { word, range, host, portText, protocol } of exposedPorts(instruction)) {
      if (host === undefined) continue;
      const port = protocol === undefined ? portText : `${portText}/${protocol}`;
      report({
        range,
        message: `EXPOSE takes the container's port alone: write ${port}. To publish it, start the container with "docker run -p ${word.text}".`,
        fix: { title: `Change to ${port}`, edits: [{ range, newText: port }] },
      });
    }
  },
};
