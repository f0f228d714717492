import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const invalidLabelUrl: Rule = {
  id: "invalid-label-url",
  aliases: ["DL3052"],
  severity: "warning",
  category: "labels",
  summary: "A label that must hold an address holds something else.",
  rationale: "The schema in the settings says that this label holds one; programs that read it expect that.",
  options: [labelSchemaOption],
  examples: [
    {
      text: "FROM alpine:3.22\nLABEL docs=[|example|]\n",
      options: { labelSchema: { docs: "url" } },
    },
    {
      text: "FROM alpine:3.22\nARG VALUE\nLABEL docs=https://example.com/docs other=example\nLABEL docs=$VALUE\n",
      options: { labelSchema: { docs: "url" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      {
        form: "url",
        isValid,
        advice: "must hold an address with its scheme, for example https://example.com.",
      },
      report,
    );
  },
};

function isValid(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+\S*$|^(?:mailto|urn):\S+$/i.test(value);
}
