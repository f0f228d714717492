import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const invalidLabelTime: Rule = {
  id: "invalid-label-time",
  aliases: ["DL3053"],
  severity: "warning",
  category: "labels",
  summary: "A label that must hold a time holds something else.",
  rationale: "The schema in the settings says that this label holds one; programs that read it expect that.",
  options: [labelSchemaOption],
  examples: [
    {
      text: 'FROM alpine:3.22\nLABEL created=[|"31.1.2026"|]\n',
      options: { labelSchema: { created: "rfc3339" } },
    },
    {
      text: 'FROM alpine:3.22\nARG VALUE\nLABEL created="2026-01-31T12:00:00Z" other="31.1.2026"\nLABEL created=$VALUE\n',
      options: { labelSchema: { created: "rfc3339" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      {
        form: "rfc3339",
        isValid,
        advice: "must hold a time as RFC 3339 has it, for example 2026-01-31T12:00:00Z.",
      },
      report,
    );
  },
};

/** As RFC 3339 has it, which allows a blank for the T. */
const time =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function isValid(value: string): boolean {
  return time.test(value);
}
