import { parseFlagBoolean } from "../grammar/booleans";
import { parseDuration, shortestDuration } from "../grammar/durations";
import { fileModeForm } from "../grammar/fileModes";
import type { Flag as FlagEntry } from "../grammar/flag";
import { flagOf } from "../grammar/flags";
import { isPlatform } from "../grammar/platforms";
import type { Rule } from "../lint/rule";

export const flagValueInvalid: Rule = {
  id: "flag-value-invalid",
  aliases: [
    "FLAG_INVALID_DURATION",
    "FLAG_UNKNOWN_UNIT",
    "FLAG_LESS_THAN_1MS",
    "FLAG_AT_LEAST_ONE",
    "FLAG_EXPECTED_BOOLEAN_VALUE",
  ],
  severity: "error",
  category: "syntax",
  summary: "A flag's value is of the wrong form.",
  rationale:
    "The builder stops here. Durations are numbers with units, such as `30s` or `1m30s`; counts are whole numbers; switches take `true` or `false`; permissions are octal, `755`, or symbolic, `u=rwX,go=rX`.",
  examples: [
    { text: "FROM alpine:3.22\nHEALTHCHECK --interval=[|30|] CMD true\n" },
    {
      text: "FROM --platform=$BUILDPLATFORM alpine:3.22\nHEALTHCHECK --interval=1m30s --retries=3 CMD true\nCOPY --chmod=u=rwX --link=false a b\n",
    },
    {
      text: "FROM alpine:3.22\nHEALTHCHECK --retries=[|three|] --timeout=[|5min|] --start-interval=[|0.1ms|] CMD true\n",
    },
    { text: "FROM alpine:3.22\nCOPY --chmod=[|999|] --link=[|yes|] a b\n" },
    { text: "FROM --platform=[|linux/amd46|] alpine:3.22\n" },
    { text: "FROM alpine:3.22\nRUN --network=[|hots|] --security=[|unsafe|] make\n" },
  ],

  checkInstruction({ keyword, flags }, report) {
    for (const { name, value, valueRange } of flags) {
      const known = flagOf(keyword, name);
      if (!known || !value || !valueRange || value.includes("$")) continue;
      const text = value.replace(/^(["'])(.*)\1$/, "$2");
      const wrong = whatIsWrong(known, text);
      if (wrong) report({ range: valueRange, message: wrong });
    }
  },
};

function whatIsWrong({ name, value }: FlagEntry, text: string): string | undefined {
  switch (value.kind) {
    case "boolean":
      return parseFlagBoolean(text) === undefined
        ? `--${name} is on or off: write true or false, not "${text}".`
        : undefined;
    case "duration":
      return wrongDuration(name, text);
    case "count":
      return /^\+?\d+$/.test(text)
        ? undefined
        : `--${name} takes a whole number, zero or more, not "${text}".`;
    case "choice": {
      const words = value.choices.map((choice) => choice.value);
      return words.includes(text) ? undefined : `--${name} takes ${words.join(", ")}, not "${text}".`;
    }
    case "fileMode":
      return fileModeForm(text)
        ? undefined
        : `"${text}" are no permissions. Write them as 755 or as u=rwX,go=rX.`;
    case "platform":
      return isPlatform(text)
        ? undefined
        : `"${text}" is no platform. Write for example linux/amd64 or linux/arm64.`;
    default:
      return undefined;
  }
}

function wrongDuration(name: string, text: string): string | undefined {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) {
    const advice = /^\d+$/.test(text)
      ? `Write ${text}s if you mean seconds.`
      : "Write for example 30s or 1m30s.";
    return `"${text}" is no duration: it needs a unit (h, m, s, ms). ${advice}`;
  }
  if (milliseconds < 0) return `--${name} cannot be negative. Write for example 30s.`;
  return milliseconds !== 0 && milliseconds < shortestDuration
    ? `--${name} cannot be shorter than a millisecond. Write 1ms or more, or 0s for the default.`
    : undefined;
}
