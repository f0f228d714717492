import { signalNumber, signals } from "../grammar/signals";
import { nearestName } from "../lint/nearestName";
import type { Rule } from "../lint/rule";

export const invalidSignal: Rule = {
  id: "invalid-signal",
  aliases: ["INVALID_SIGNAL"],
  severity: "error",
  category: "instructions",
  summary: "STOPSIGNAL names a signal that does not exist.",
  rationale:
    "The engine sends this signal to stop a container. Write a name such as SIGTERM, or a number from 1 to 64.",
  examples: [
    { text: "FROM alpine:3.22\nSTOPSIGNAL [|SIGTERMM|]\n", fixed: "FROM alpine:3.22\nSTOPSIGNAL SIGTERM\n" },
    {
      text: "FROM alpine:3.22\nSTOPSIGNAL SIGQUIT\nSTOPSIGNAL 9\nSTOPSIGNAL kill\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL $SIGNAL\n",
    },
    { text: "FROM alpine:3.22\nSTOPSIGNAL [|99|]\nSTOPSIGNAL [|SIGNOTHINGLIKEIT|]\n" },
    {
      text: 'FROM alpine:3.22\nSTOPSIGNAL "SIGTERM"\nSTOPSIGNAL SIGTERM please\nSTOPSIGNAL 64\nSTOPSIGNAL [|0|]\n',
    },
  ],

  checkInstruction({ keyword, words }, report) {
    const [word] = words;
    if (keyword !== "STOPSIGNAL" || !word || word.text.includes("$")) return;
    const { value: text, range } = word;
    if (signalNumber(text) !== undefined) return;
    const nearest = nearestSignal(text);
    report({
      range,
      message: nearest
        ? `There is no signal ${text}. Did you mean ${nearest}?`
        : `There is no signal ${text}. Write a name such as SIGTERM, or a number from 1 to 64.`,
      ...(nearest && {
        fix: {
          title: `Change to ${nearest}`,
          edits: [{ range, newText: nearest }],
          unsafe: true,
        },
      }),
    });
  },
};

function nearestSignal(text: string): string | undefined {
  if (!/[a-z]/i.test(text)) return undefined;
  const upper = text.toUpperCase();
  const name = upper.startsWith("SIG") ? upper : `SIG${upper}`;
  return nearestName(
    name,
    signals.map((signal) => signal.name),
    2,
  );
}
