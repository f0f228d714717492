import { flagsOf } from "../grammar/flags";
import { instructionEntry } from "../grammar/instructions";
import { nearestName, slipOf } from "../lint/nearestName";
import type { Rule } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { picked } from "../model/sections";
import { stageOf } from "../model/stageOf";
import { withTriggers } from "../model/withTriggers";

export const unknownFlag: Rule = {
  id: "unknown-flag",
  aliases: ["UNKNOWN_ADD_FLAG", "UNKNOWN_COPY_FLAG", "UNKNOWN_FROM_FLAG", "UNKNOWN_HEALTHCHECK_FLAG"],
  severity: "error",
  category: "syntax",
  summary: "The instruction has no flag of that name.",
  rationale:
    "The builder stops at a flag that it does not know, and it tells capitals from small letters. Flags stand between the keyword and the first argument; behind it, `--x` belongs to the command.",
  examples: [
    {
      text: "FROM alpine:3.22\nCOPY [|--form|]=build /a /b\n",
      fixed: "FROM alpine:3.22\nCOPY --from=build /a /b\n",
    },
    {
      text: "FROM --platform=linux/amd64 alpine:3.22\nRUN --mount=type=tmpfs,target=/tmp make --jobs=2\nADD --unpack a.tar /\n",
    },
    {
      text: "FROM alpine:3.22\nRUN [|--mout|]=type=cache,target=/x make\n",
      fixed: "FROM alpine:3.22\nRUN --mount=type=cache,target=/x make\n",
    },
    {
      text: "FROM alpine:3.22\nCOPY [|--FROM|]=build /a /b\n",
      fixed: "FROM alpine:3.22\nCOPY --from=build /a /b\n",
    },
    { text: "FROM alpine:3.22\nWORKDIR [|--fast|] /app\nCMD [|--verbose|]\n" },
    { text: "FROM alpine:3.22\nHEALTHCHECK --whatever NONE\nCOPY -- --a --b\nCOPY [|--|]=x a b\n" },
    {
      text: "FROM alpine:3.22\nRUN [|-mount|]=type=cache,target=/a make\nRUN -x=1 -a=b\n",
      fixed: "FROM alpine:3.22\nRUN --mount=type=cache,target=/a make\nRUN -x=1 -a=b\n",
    },
    {
      text: "FROM alpine:3.22\nONBUILD COPY [|--chow|]=1 a b\n",
      fixed: "FROM alpine:3.22\nONBUILD COPY --chown=1 a b\n",
    },
    { text: "FROM alpine:3.22 AS one\nCOPY [|--form|]=one a b\nCOPY [|--form|]=0 a b\n" },
  ],

  check(dockerfile, report) {
    for (const instruction of mayHaveFlags(dockerfile)) {
      const { keyword, flags, words } = instruction;
      const known = flagsOf(keyword).map(({ name }) => name);
      const [, single] = /^-([a-z-]+)=/.exec(words[0]?.text ?? "") ?? [];
      if (words[0] && single !== undefined && known.includes(single)) {
        const { start } = words[0].range;
        report({
          range: { start, end: { line: start.line, character: start.character + single.length + 1 } },
          message: `A flag begins with two dashes: write --${single}.`,
          aliases: [],
          fix: {
            title: `Change to --${single}`,
            edits: [{ range: { start, end: start }, newText: "-" }],
            unsafe: true,
          },
        });
      }
      for (const { name, start, end, value, nameRange, range } of flags) {
        if (known.includes(name) || start === end) continue;
        const nearest = nearestName(name.toLowerCase(), known, Math.max(2, slipOf(name)));
        const whole = value === undefined ? range : { start: range.start, end: nameRange.end };
        report({
          range: whole,
          message: nearest
            ? `${keyword} has no flag --${name}. Did you mean --${nearest}?`
            : `${keyword} has no flag --${name}. ${advice(keyword, known)}`,
          aliases: unknownFlag.aliases.filter((alias) => alias === `UNKNOWN_${keyword}_FLAG`),
          ...(nearest &&
            !(nearest === "from" && isOutOfReach(value, instruction, dockerfile)) && {
              fix: {
                title: `Change to --${nearest}`,
                edits: [{ range: nameRange, newText: nearest }],
                unsafe: true,
              },
            }),
        });
      }
    }
  },
};

const mayHaveFlags = picked(({ keyword, flags, words }) => {
  const [first] = words;
  const hasAny = flags.length > 0 || first?.text.startsWith("-") === true;
  // The builder does not even look at those of HEALTHCHECK NONE.
  const isUnread = keyword === "HEALTHCHECK" && first?.value.toUpperCase() === "NONE";
  return hasAny && !isUnread && instructionEntry(keyword) !== undefined;
}, withTriggers);

/** Whether nothing can be copied from there: from the own stage, from a later one, or by a number that no stage has. */
function isOutOfReach(value: string | undefined, instruction: Instruction, dockerfile: Dockerfile): boolean {
  const own = stageOf(dockerfile, instruction)?.index ?? 0;
  if (/^\d+$/.test(value ?? "")) return Number(value) >= own;
  return dockerfile.stages.some(
    ({ index, name }) => index >= own && name?.toLowerCase() === value?.toLowerCase(),
  );
}

function advice(keyword: string, known: readonly string[]): string {
  if (keyword === "CMD" || keyword === "ENTRYPOINT")
    return `To pass it to the program, write a JSON array: ${keyword} ["--…"].`;
  if (known.length === 0) return `${keyword} takes no flags: remove it.`;
  return `It has ${known.map((name) => `--${name}`).join(", ")}.`;
}
