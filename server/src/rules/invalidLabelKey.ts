import { reservedLabelPrefixes } from "../grammar/ociLabels";
import type { Rule } from "../lint/rule";
import { pairs } from "../model/pairs";

export const invalidLabelKey: Rule = {
  id: "invalid-label-key",
  aliases: ["DL3048"],
  severity: "hint",
  category: "labels",
  summary: "A label's key is not as Docker recommends.",
  rationale:
    "Keys are lower-case letters, digits, dots and hyphens, begin with a letter and end with a letter or digit, and have no two dots or hyphens in a row. Keys of your own begin with a domain that you own; a few are Docker's.",
  examples: [
    { text: "FROM alpine:3.22\nLABEL [|My_Label|]=a\n" },
    {
      text: "FROM alpine:3.22\nLABEL org.opencontainers.image.title=a com.example.a-b2=c maintainer=d $KEY=e\n",
    },
    { text: 'FROM alpine:3.22\nLABEL [|com.docker.mine|]=a [|a..b|]=c [|a-|]=d \\\n  [|"1a"|]=e\n' },
  ],

  checkInstruction(instruction, report) {
    if (instruction.keyword !== "LABEL") return;
    for (const { name, nameRange } of pairs(instruction)) {
      if (name === "" || name.includes("$")) continue;
      const prefix = reservedLabelPrefixes.find((reserved) => name.startsWith(reserved));
      if (prefix !== undefined)
        report({
          range: nameRange,
          message: `Keys that begin with ${prefix} belong to Docker. Begin yours with your own domain.`,
        });
      else if (!/^[a-z](?:[.-]?[a-z0-9])*$/.test(name))
        report({
          range: nameRange,
          message: `Write the key "${name}" with lower-case letters, digits, and single dots or hyphens between them.`,
        });
    }
  },
};
