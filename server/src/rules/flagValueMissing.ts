import type { Flag as FlagEntry } from "../grammar/flag";
import { flagOf } from "../grammar/flags";
import type { Problem, Rule } from "../lint/rule";
import type { Flag } from "../model/instruction";

export const flagValueMissing: Rule = {
  id: "flag-value-missing",
  aliases: ["FLAG_MISSING_VALUE"],
  severity: "error",
  category: "syntax",
  summary: "A flag that needs a value has none.",
  rationale:
    "A value is joined to its flag by an equals sign, without blanks: `--from=build`. The builder stops at a flag without its value, or takes `--flag=` for no flag at all.",
  examples: [
    { text: "FROM alpine:3.22\nCOPY [|--from|] build /a\n" },
    { text: "FROM alpine:3.22\nCOPY --link --from=build /a /b\nHEALTHCHECK --interval NONE\n" },
    { text: "FROM alpine:3.22\nHEALTHCHECK [|--interval=|] CMD true\n" },
    { text: "FROM alpine:3.22\nRUN [|--mount|] make\nRUN [|--network=|] make\n" },
    { text: "FROM alpine:3.22\nCOPY [|--link=|] a /b\n", fixed: "FROM alpine:3.22\nCOPY --link a /b\n" },
  ],

  checkInstruction({ keyword, flags, words }, report) {
    if (keyword === "HEALTHCHECK" && words[0]?.value.toUpperCase() === "NONE") return;
    for (const flag of flags) {
      const known = flagOf(keyword, flag.name);
      if (!known || flag.value) continue;
      if (known.value.kind !== "boolean") report(withoutValue(flag, known));
      else if (flag.value === "") report(withoutChoice(flag));
    }
  },
};

function withoutValue({ name, value, range }: Flag, known: FlagEntry): Problem {
  const isRefused = value === undefined || refusesNothing.has(known.value.kind);
  return {
    range,
    message: `--${name} needs a value after an equals sign, for example "${known.example}".`,
    ...(!isRefused && { severity: "warning" }),
    aliases:
      value === undefined ? ["FLAG_MISSING_VALUE"] : name === "from" ? ["FLAG_INVALID_FROM_VALUE"] : [],
  };
}

/** With these the builder stops at `--flag=`; with the others it goes on as if the flag were not there. */
const refusesNothing = new Set<FlagEntry["value"]["kind"]>(["choice", "device", "mount"]);

function withoutChoice({ name, range, nameRange }: Flag): Problem {
  return {
    range,
    message: `Nothing follows --${name}=. Write --${name} alone, or --${name}=false to switch it off.`,
    aliases: ["FLAG_MISSING_VALUE"],
    fix: {
      title: `Change to --${name}`,
      edits: [{ range: { start: nameRange.end, end: range.end }, newText: "" }],
      unsafe: true,
    },
  };
}
