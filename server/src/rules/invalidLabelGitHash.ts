import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const invalidLabelGitHash: Rule = {
  id: "invalid-label-git-hash",
  aliases: ["DL3055"],
  severity: "warning",
  category: "labels",
  summary: "A label that must hold a commit of Git holds something else.",
  rationale: "The schema in the settings says that this label holds one; programs that read it expect that.",
  options: [labelSchemaOption],
  examples: [
    {
      text: "FROM alpine:3.22\nLABEL revision=[|main|]\n",
      options: { labelSchema: { revision: "hash" } },
    },
    {
      text: "FROM alpine:3.22\nARG VALUE\nLABEL revision=9C1b3e0 other=main\nLABEL revision=$VALUE\n",
      options: { labelSchema: { revision: "hash" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      {
        form: "hash",
        isValid,
        advice: "must hold the hash of a commit, for example the output of git rev-parse HEAD.",
      },
      report,
    );
  },
};

/** Short as Git writes it, whole, or whole with SHA-256. */
function isValid(value: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i.test(value);
}
