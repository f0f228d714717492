import type { Rule } from "../lint/rule";
import { exposedPorts } from "../model/exposedPorts";

export const exposeProtoCasing: Rule = {
  id: "expose-proto-casing",
  aliases: ["ExposeProtoCasing", "INVALID_PROTO"],
  severity: "warning",
  category: "instructions",
  summary: "The protocol after a port is not one of tcp, udp and sctp in lower case.",
  rationale:
    "A port carries tcp unless `/udp` or `/sctp` follows it. In capitals the builder warns; any other word stops the build.",
  examples: [
    { text: "FROM alpine:3.22\nEXPOSE 53/[|UDP|]\n", fixed: "FROM alpine:3.22\nEXPOSE 53/udp\n" },
    {
      text: 'FROM alpine:3.22\nARG PROTOCOL\nEXPOSE 80/ "443/tcp" 53/udp 9899/sctp 1/${PROTOCOL} "2/[|TCP|]"\n',
      fixed: 'FROM alpine:3.22\nARG PROTOCOL\nEXPOSE 80/ "443/tcp" 53/udp 9899/sctp 1/${PROTOCOL} "2/tcp"\n',
    },
    { text: "FROM alpine:3.22\nEXPOSE 80/ 443/tcp 1/$PROTOCOL\n" },
    { text: "FROM alpine:3.22\nEXPOSE 80/[|http|]\n" },
    {
      text: "FROM alpine:3.22\nONBUILD EXPOSE 80/[|Tcp|]\n",
      fixed: "FROM alpine:3.22\nONBUILD EXPOSE 80/tcp\n",
    },
  ],

  checkInstruction(instruction, report) {
    for (const { protocol, protocolRange } of exposedPorts(instruction)) {
      // `80/` is tcp, as if there were no slash.
      if (!protocol || !protocolRange || protocol.includes("$")) continue;
      const lower = protocol.toLowerCase();
      if (!protocols.includes(lower)) {
        report({
          range: protocolRange,
          message: `"${protocol}" is not a protocol that can be exposed. Write tcp, udp or sctp.`,
          severity: "error",
          aliases: ["INVALID_PROTO"],
        });
      } else if (lower !== protocol) {
        report({
          range: protocolRange,
          message: `Write the protocol in lower case: ${lower}.`,
          aliases: ["ExposeProtoCasing"],
          fix: { title: `Change to ${lower}`, edits: [{ range: protocolRange, newText: lower }] },
        });
      }
    }
  },
};

const protocols = ["tcp", "udp", "sctp"];
