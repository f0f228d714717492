import type { Rule } from "../lint/rule";
import { exposedPorts } from "../model/exposedPorts";

export const exposeDoesNotPublish: Rule = {
  id: "expose-does-not-publish",
  aliases: [],
  severity: "hint",
  category: "instructions",
  summary: "EXPOSE documents a port; it does not publish it.",
  rationale:
    "The port can be reached from outside only where the container is started with `docker run -p host:container`, or with `-P` for all of them. This is said once in a file, at the first EXPOSE of the last stage. Ignore the rule once you know it.",
  examples: [
    { text: "FROM alpine:3.22\n[|EXPOSE|] 5000\nEXPOSE 5001\n" },
    { text: "FROM alpine:3.22 AS build\nEXPOSE 5000\nFROM alpine:3.22\n" },
  ],

  check({ stages }, report) {
    const expose = stages.at(-1)?.instructions.find(({ keyword }) => keyword === "EXPOSE");
    const port = expose && exposedPorts(expose).find(({ first }) => first !== undefined);
    if (!expose || port?.first === undefined) return;
    const udp = port.protocol?.toLowerCase() === "udp" ? "/udp" : "";
    report({
      range: expose.keywordRange,
      message: `EXPOSE documents the port and publishes nothing. Start the container with "docker run -p ${hostPortFor(port.first)}:${port.first}${udp} …" to reach it.`,
      command: { title: "Run this image…", command: "drydock.images.run" },
    });
  },
};

/** Ports below 1024 want rights on many hosts, so a beginner is shown one that works. */
function hostPortFor(port: number): number {
  return port < 1024 ? 8000 + port : port;
}
