import { distance } from "fastest-levenshtein";
import type { Fix, Rule } from "../lint/rule";
import type { Word } from "../model/instruction";

export const unknownHealthcheckType: Rule = {
  id: "unknown-healthcheck-type",
  aliases: ["UNKNOWN_TYPE"],
  severity: "error",
  category: "syntax",
  summary: "HEALTHCHECK is followed by neither CMD nor NONE.",
  rationale:
    "`HEALTHCHECK CMD command` says how to check, `HEALTHCHECK NONE` takes away the check of the base image. At any other word the builder stops.",
  examples: [
    {
      text: "FROM alpine:3.22\nHEALTHCHECK --interval=30s [|wget|] -q localhost\n",
      fixed: "FROM alpine:3.22\nHEALTHCHECK --interval=30s CMD wget -q localhost\n",
    },
    { text: "FROM alpine:3.22\nHEALTHCHECK cmd wget -q localhost\nHEALTHCHECK none\nHEALTHCHECK\n" },
    {
      text: 'FROM alpine:3.22\nHEALTHCHECK [|["wget",|] "-q", "localhost"]\n',
      fixed: 'FROM alpine:3.22\nHEALTHCHECK CMD ["wget", "-q", "localhost"]\n',
    },
    {
      text: "FROM alpine:3.22\nONBUILD HEALTHCHECK [|NON|]\n",
      fixed: "FROM alpine:3.22\nONBUILD HEALTHCHECK NONE\n",
    },
  ],

  checkInstruction({ keyword, flags, words }, report) {
    const [type] = words;
    if (keyword !== "HEALTHCHECK" || !type) return;
    // Behind `--interval` without an equals sign it is meant to be the flag's value.
    if (flags.at(-1)?.value === undefined && flags.length > 0) return;
    if (types.includes(type.value.toUpperCase())) return;
    report({
      range: type.range,
      message: `HEALTHCHECK is followed by CMD and a command, or by NONE alone, not by ${type.text}. Write HEALTHCHECK CMD before the command.`,
      fix: fixOf(type),
    });
  },
};

const types = ["CMD", "NONE"];

function fixOf({ value, range }: Word): Fix {
  const meant = types.find((word) => distance(word, value.toUpperCase()) === 1);
  if (meant) return { title: `Change to ${meant}`, edits: [{ range, newText: meant }], unsafe: true };
  const { start } = range;
  return {
    title: "Write CMD before the command",
    edits: [{ range: { start, end: start }, newText: "CMD " }],
    unsafe: true,
  };
}
