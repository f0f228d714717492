import { parseFlagBoolean } from "../grammar/booleans";
import { durationUnits, parseDuration, shortestDuration } from "../grammar/durations";
import { fileModeForm } from "../grammar/fileModes";
import type { Flag as FlagEntry } from "../grammar/flag";
import { flagOf } from "../grammar/flags";
import { isPlatform } from "../grammar/platforms";
import type { Rule } from "../lint/rule";
import { flagText } from "../model/flagText";
import { isDigest } from "../model/reference";

export const flagValueInvalid: Rule = {
  id: "flag-value-invalid",
  aliases: [
    "FLAG_INVALID_DURATION",
    "FLAG_MISSING_DURATION",
    "FLAG_UNKNOWN_UNIT",
    "FLAG_LESS_THAN_1MS",
    "FLAG_AT_LEAST_ONE",
    "FLAG_EXPECTED_BOOLEAN_VALUE",
    "INVALID_SYNTAX",
  ],
  severity: "error",
  category: "syntax",
  summary: "A flag's value is of the wrong form.",
  rationale:
    "The builder stops here. Durations are numbers with units, such as `30s` or `1m30s`; counts are whole numbers; switches take `true` or `false`; permissions are octal, `755`, or symbolic, `u=rwX,go=rX`. Zero is right for a duration and for `--retries`, and means the default.",
  examples: [
    { text: "FROM alpine:3.22\nHEALTHCHECK --interval=[|30|] CMD true\n" },
    {
      text: "FROM --platform=$BUILDPLATFORM alpine:3.22\nHEALTHCHECK --interval='1m'30s --retries=+3 --timeout=0 CMD true\nCOPY --chmod=u=rwX --link=FALSE a b\nHEALTHCHECK --interval=soon NONE\n",
    },
    {
      text: "FROM alpine:3.22\nHEALTHCHECK --retries=[|three|] --timeout=[|5min|] --start-interval=[|0.1ms|] CMD true\nHEALTHCHECK --retries=[|9999999999|] --interval=[|-5s|] --timeout=[|$TIMEOUT|] CMD true\n",
    },
    {
      text: "FROM alpine:3.22\nCOPY --chmod=[|999|] --link=[|yes|] a b\nCOPY --chmod=$MODE --link=[|$LINK|] a b\n",
    },
    { text: "FROM --platform=[|linux/amd46|] alpine:3.22\nFROM --platform=[|local|] alpine:3.22\n" },
    { text: "FROM alpine:3.22\nRUN --network=[|hots|] --security=[|unsafe|] make\n" },
    {
      text: "FROM alpine:3.22\nADD --checksum=[|md5:0123|] https://example.com/a /a\nADD --checksum=[|sha256:abc|] https://example.com/a /a\nADD --checksum=0123abc https://example.com/a.git /a\n",
    },
  ],

  checkInstruction({ keyword, flags, line, words }, report) {
    if (keyword === "HEALTHCHECK" && words[0]?.value.toUpperCase() === "NONE") return;
    for (const flag of flags) {
      const known = flagOf(keyword, flag.name);
      const text = flagText(line, flag)?.text;
      if (!known || !text || !flag.valueRange) continue;
      const wrong = text.includes("$") ? variableIn(known) : whatIsWrong(known, text);
      if (wrong)
        report({ range: flag.valueRange, message: wrong.message, aliases: wrong.alias ? [wrong.alias] : [] });
    }
  },
};

interface Wrong {
  readonly message: string;
  readonly alias?: string;
}

/** The builder expands variables in few flags. `from` and mounts have rules of their own. */
function variableIn({ name, value: { kind } }: FlagEntry): Wrong | undefined {
  if (kind !== "boolean" && kind !== "duration" && kind !== "count" && kind !== "choice") return undefined;
  return { message: `Variables are not expanded in --${name}. Write the value itself.` };
}

function whatIsWrong({ name, value }: FlagEntry, text: string): Wrong | undefined {
  switch (value.kind) {
    case "boolean":
      if (parseFlagBoolean(text) !== undefined) return undefined;
      return {
        message: `--${name} is on or off: write true or false, not "${text}".`,
        alias: "FLAG_EXPECTED_BOOLEAN_VALUE",
      };
    case "duration":
      return wrongDuration(name, text);
    case "count":
      return wrongCount(name, text);
    case "choice": {
      const words = value.choices.map((choice) => choice.value);
      return words.includes(text)
        ? undefined
        : { message: `--${name} takes ${words.join(", ")}, not "${text}".` };
    }
    case "fileMode":
      if (fileModeForm(text)) return undefined;
      return { message: `"${text}" is not a file mode. Write it as 755 or as u=rwX,go=rX.` };
    case "platform":
      if (isPlatform(text)) return undefined;
      return { message: `"${text}" is not a platform. Write, for example, linux/amd64 or linux/arm64.` };
    case "checksum":
      // Of a Git address it is a commit.
      if (isDigest(text) || /^[0-9a-f]+$/.test(text)) return undefined;
      return {
        message: `"${text}" is not a checksum. Write sha256: and 64 hexadecimal digits, or the commit for a Git address.`,
      };
    default:
      return undefined;
  }
}

/** Go's 32 bits, in which the builder keeps it. */
const MOST = 2 ** 31 - 1;

function wrongCount(name: string, text: string): Wrong | undefined {
  const message = `--${name} takes a whole number, zero or more, not "${text}".`;
  if (/^-\d+$/.test(text)) return { message, alias: "FLAG_AT_LEAST_ONE" };
  if (!/^\+?\d+$/.test(text)) return { message, alias: "INVALID_SYNTAX" };
  return Number(text) > MOST
    ? { message: `--${name} can be ${MOST} at most. Write a smaller number.` }
    : undefined;
}

function wrongDuration(name: string, text: string): Wrong | undefined {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) return unreadableDuration(text);
  const alias = "FLAG_LESS_THAN_1MS";
  if (milliseconds < 0) return { message: `--${name} cannot be negative. Write, for example, 30s.`, alias };
  if (milliseconds === 0 || milliseconds >= shortestDuration) return undefined;
  return {
    message: `--${name} cannot be shorter than a millisecond. Write 1ms or more, or 0s for the default.`,
    alias,
  };
}

function unreadableDuration(text: string): Wrong {
  if (/^[+-]?\d+(\.\d*)?$/.test(text)) {
    return {
      message: `"${text}" is not a duration: it needs a unit (h, m, s, ms). Write ${text}s if you mean seconds.`,
      alias: "FLAG_MISSING_DURATION",
    };
  }
  const unit = /^[+-]?(?:[\d.]+(?:h|m|s|ms|us|ns))*[\d.]+([^\d.]+)/.exec(text)?.[1];
  if (unit !== undefined && !units.includes(unit)) {
    return {
      message: `"${text}" is not a duration: there is no unit "${unit}". Write h, m, s or ms, for example 1m30s.`,
      alias: "FLAG_UNKNOWN_UNIT",
    };
  }
  return {
    message: `"${text}" is not a duration. Write, for example, 30s or 1m30s.`,
    alias: "FLAG_INVALID_DURATION",
  };
}

const units = durationUnits.map(({ unit }) => unit);
