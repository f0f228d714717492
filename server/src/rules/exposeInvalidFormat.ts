import type { Rule } from "../lint/rule";
import { exposedPorts } from "../model/exposedPorts";
import { portRange } from "../model/portRange";

export const exposeInvalidFormat: Rule = {
  id: "expose-invalid-format",
  aliases: ["ExposeInvalidFormat"],
  severity: "warning",
  category: "instructions",
  summary: "EXPOSE is given a host address or a host port, which it cannot set.",
  rationale:
    "EXPOSE notes which port the program listens on inside the container. Which port of the host leads there is said when the container is started: `docker run -p 8888:5000`. So EXPOSE takes the container's port alone. At an address without a port behind it, and at two ranges of different lengths, the builder even stops.",
  examples: [
    { text: "FROM alpine:3.22\nEXPOSE [|8888:5000|]\n", fixed: "FROM alpine:3.22\nEXPOSE 5000\n" },
    { text: "FROM alpine:3.22\nEXPOSE 5000 53/udp\nEXPOSE 80: 8080:http\n" },
    {
      text: "FROM alpine:3.22\nEXPOSE [|127.0.0.1:80:80/tcp|] [|127.0.0.1:80|]\n",
      fixed: "FROM alpine:3.22\nEXPOSE 80/tcp 80\n",
    },
    { text: "FROM alpine:3.22\nONBUILD EXPOSE [|1:2|]\n", fixed: "FROM alpine:3.22\nONBUILD EXPOSE 2\n" },
  ],

  checkInstruction(instruction, report) {
    for (const port of exposedPorts(instruction)) {
      const { word, range, host, portText, protocol } = port;
      // Without a port to keep there is nothing to explain.
      if (host === undefined || (!portText.includes("$") && !portRange(portText))) continue;
      const kept = protocol ? `${portText}/${protocol}` : portText;
      report({
        range,
        message: `EXPOSE takes the container's port alone: write ${kept}. To publish it, start the container with "docker run -p ${word.value}".`,
        ...(isRefused(host, portText) && { severity: "error", aliases: ["INVALID_PORT"] }),
        fix: { title: `Change to ${kept}`, edits: [{ range, newText: kept }] },
      });
    }
  },
};

/** See parsePortSpec in https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert_expose.go */
function isRefused(host: string, port: string): boolean {
  const hostPort = host.slice(host.lastIndexOf(":") + 1);
  if (hostPort === "" || host.includes("$") || port.includes("$")) return false;
  const outside = portRange(hostPort);
  const inside = portRange(port);
  if (!outside || !inside) return true;
  return inside.last !== inside.first && inside.last - inside.first !== outside.last - outside.first;
}
