import type { Rule } from "../lint/rule";
import { exposedPorts } from "../model/exposedPorts";
import { moveRange } from "../model/placedInstruction";
import { resolveText } from "../model/resolveText";
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
    { text: 'FROM alpine:3.22\nEXPOSE "80"\n' },
  ],

  check(dockerfile, report) {
    for (const instruction of withTriggers(dockerfile.instructions)) {
      for (const { portText, portRange, host, word } of exposedPorts(instruction.atZero)) {
        // `8888:5000` has a rule of its own, which explains it.
        if (host !== undefined) continue;
        const written = word.text === word.value ? portText : word.value.split("/")[0];
        const port = written?.includes("$") ? resolveText(dockerfile, written, instruction) : written;
        const wrong = port === undefined ? undefined : whatIsWrong(port);
        if (wrong) report({ range: moveRange(portRange, instruction.firstLine), message: wrong });
      }
    }
  },
};

const highest = 65535;

function whatIsWrong(port: string): string | undefined {
  // An empty value comes from a variable that the build sets.
  if (port === "") return undefined;
  const match = /^(\d+)(?:-(\d+))?$/.exec(port);
  if (!match)
    return `"${port}" is no port. Write a number from 1 to ${highest}, or a range such as 8000-8010.`;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first > highest || last > highest)
    return `Ports end at ${highest}, so "${port}" does not exist. Write a smaller number.`;
  if (first > last) return `The range "${port}" runs backwards. Write ${last}-${first}.`;
  return undefined;
}
