import type { Rule } from "../lint/rule";
import { setByAnotherPair } from "../model/setByAnotherPair";

export const envSelfReference: Rule = {
  id: "env-self-reference",
  aliases: ["DL3044"],
  severity: "error",
  category: "instructions",
  summary: "An ENV uses a variable that the same ENV sets.",
  rationale:
    "The builder expands the whole line before it sets anything, so the variable has the value from above, if it has one at all. Set it in an ENV of its own first.",
  examples: [
    { text: "FROM alpine:3.22\nENV ROOT=/app BIN=[|$ROOT|]/bin\n" },
    { text: "FROM alpine:3.22\nENV ROOT=/app\nENV BIN=$ROOT/bin\n" },
    { text: "FROM alpine:3.22\nARG ROOT=/srv\nENV ROOT=/app BIN=$ROOT/bin\nENV PATH=/app/bin:$PATH\n" },
    { text: 'FROM alpine:3.22\nENV A="[|${B}|]" \\\n    B=1\nENV C=${D:-1} D=1 PATH=/a E=$PATH\n' },
  ],

  check({ variableUses }, report) {
    for (const use of variableUses) {
      const { name, instruction, range, modifier, definition } = use;
      // Every image has a PATH, and a form that says what to do without a value expects that there may be none.
      if (definition || instruction.keyword !== "ENV" || name === "PATH" || modifier?.match(/[-+]$/))
        continue;
      if (!setByAnotherPair(use)) continue;
      report({
        range,
        message: `The builder expands this whole line first, so ${name} still has its earlier value here, if any. Set it in a separate ENV above.`,
      });
    }
  },
};
