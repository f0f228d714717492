import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const invalidLabelEmail: Rule = {
  id: "invalid-label-email",
  aliases: ["DL3058"],
  severity: "warning",
  category: "labels",
  summary: "A label that must hold a mail address holds something else.",
  rationale: "The schema in the settings says that this label holds one; programs that read it expect that.",
  options: [labelSchemaOption],
  examples: [
    {
      text: 'FROM alpine:3.22\nLABEL maintainer=[|"Ada Lovelace"|]\n',
      options: { labelSchema: { maintainer: "email" } },
    },
    {
      text: 'FROM alpine:3.22\nARG VALUE\nLABEL maintainer=ada@example.com other="Ada Lovelace"\nLABEL maintainer=$VALUE\n',
      options: { labelSchema: { maintainer: "email" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      {
        form: "email",
        isValid,
        advice: "must hold a mail address and nothing else, for example ada@example.com.",
      },
      report,
    );
  },
};

function isValid(value: string): boolean {
  return /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)*$/.test(value);
}
