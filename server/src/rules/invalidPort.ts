import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import { exposedPorts } from "../model/exposedPorts";
import type { Instruction } from "../model/instruction";
import { moveRange } from "../model/placedInstruction";
import { highestPort, portRange } from "../model/portRange";
import { resolveText } from "../model/resolveText";
import { picked } from "../model/sections";
import { withTriggers } from "../model/withTriggers";

export const invalidPort: Rule = {
  id: "invalid-port",
  aliases: ["INVALID_PORT", "DL3011"],
  severity: "error",
  category: "instructions",
  summary: "What EXPOSE names is no port, or a range of ports that does not work.",
  rationale:
    "A port is a whole number from 0 to 65535, or a range of two of them with the smaller first, such as `8000-8010`. The builder refuses anything else.",
  examples: [
    { text: "FROM alpine:3.22\nEXPOSE [|70000|]\n" },
    { text: "FROM alpine:3.22\nARG PORT=8080\nEXPOSE 80 443/tcp 8000-8010/udp $PORT $OTHER\n" },
    { text: "FROM alpine:3.22\nEXPOSE [|http|] [|9000-8000|] [|80-99999|] [|-1|]\n" },
    { text: "FROM alpine:3.22\nARG PORT=eighty\nEXPOSE [|$PORT|]/tcp\n" },
    { text: "FROM alpine:3.22\nONBUILD EXPOSE [|99999|]\n" },
    {
      text: 'FROM alpine:3.22\nEXPOSE "80" "53/udp" 80/\nARG PORTS="80 443"\nEXPOSE $PORTS\nENV NONE=\nEXPOSE 1 $NONE\n',
    },
    { text: 'FROM alpine:3.22\nEXPOSE 80:[||] 8080:[|http|] :80 [||]/tcp "[|x|]"\n' },
  ],

  check(dockerfile, report) {
    for (const instruction of exposing(dockerfile)) {
      for (const { portText, portRange: place } of exposedPorts(instruction.atZero)) {
        const wrong = portText === "" ? missing : wrongIn(portsIn(portText, instruction, dockerfile));
        if (!wrong) continue;
        const { message, isTooHigh } = wrong;
        report({
          range: moveRange(place, instruction.firstLine),
          message,
          // hadolint looks at the size of numbers alone.
          aliases: isTooHigh ? ["INVALID_PORT", "DL3011"] : ["INVALID_PORT"],
        });
      }
    }
  },
};

const exposing = picked(({ keyword }) => keyword === "EXPOSE", withTriggers);

interface Wrong {
  readonly message: string;
  readonly isTooHigh: boolean;
}

const missing: Wrong = { message: "A port is missing here. Write the container's port.", isTooHigh: false };

/** Empty where only the build can tell. */
function portsIn(portText: string, instruction: Instruction, dockerfile: Dockerfile): string {
  return portText.includes("$") ? (resolveText(dockerfile, portText, instruction) ?? "") : portText;
}

/** A variable may hold several ports, or none. */
function wrongIn(value: string): Wrong | undefined {
  for (const port of value.split(/\s+/)) {
    if (port === "" || portRange(port)) continue;
    const numbers = /^\d+(?:-\d+)?$/.test(port) ? port.split("-").map(Number) : [];
    if (numbers.some((number) => number > highestPort)) {
      const message = `Ports end at ${highestPort}, so "${port}" does not exist. Write a smaller number.`;
      return { message, isTooHigh: true };
    }
    const message =
      numbers.length > 0
        ? `The range "${port}" runs backwards. Write ${numbers.reverse().join("-")}.`
        : `"${port}" is not a port. Write a number from 1 to ${highestPort}, or a range such as 8000-8010.`;
    return { message, isTooHigh: false };
  }
  return undefined;
}
