import { closest, distance } from "fastest-levenshtein";
import { signalNumber, signals } from "../grammar/signals";
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
  ],

  checkInstruction({ keyword, argument, argumentRange }, report) {
    const text = argument.text.trim();
    if (keyword !== "STOPSIGNAL" || !argumentRange || text.includes("$")) return;
    if (signalNumber(text) !== undefined) return;
    const nearest = nearestSignal(text);
    report({
      range: argumentRange,
      message: nearest
        ? `There is no signal ${text}. Did you mean ${nearest}?`
        : `There is no signal ${text}. Write a name such as SIGTERM, or a number from 1 to 64.`,
      ...(nearest && {
        fix: {
          title: `Change to ${nearest}`,
          edits: [{ range: argumentRange, newText: nearest }],
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
  const nearest = closest(
    name,
    signals.map((signal) => signal.name),
  );
  return distance(name, nearest) <= 2 ? nearest : undefined;
}
