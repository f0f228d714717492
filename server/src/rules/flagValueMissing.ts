import { flagOf } from "../grammar/flags";
import type { Rule } from "../lint/rule";

export const flagValueMissing: Rule = {
  id: "flag-value-missing",
  aliases: ["FLAG_MISSING_VALUE"],
  severity: "error",
  category: "syntax",
  summary: "A flag that needs a value has none.",
  rationale:
    "A value is joined to its flag by an equals sign, without blanks: `--from=build`. The builder stops at a flag without its value.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY [|--from|] build /a\n" },
    { text: "FROM alpine:3.22\nCOPY --link --from=build /a /b\n" },
    { text: "FROM alpine:3.22\nHEALTHCHECK [|--interval=|] CMD true\n" },
    { text: "FROM alpine:3.22\nRUN [|--mount|] make\n" },
  ],

  checkInstruction({ keyword, flags }, report) {
    for (const { name, value, range } of flags) {
      const known = flagOf(keyword, name);
      if (!known || known.value.kind === "boolean" || (value !== undefined && value !== "")) continue;
      report({
        range,
        message: `--${name} needs a value right behind an equals sign, for example "${known.example}".`,
      });
    }
  },
};
