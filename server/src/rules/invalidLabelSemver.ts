import { valid } from "semver";
import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const invalidLabelSemver: Rule = {
  id: "invalid-label-semver",
  aliases: ["DL3056"],
  severity: "warning",
  category: "labels",
  summary: "A label that must hold a version holds something else.",
  rationale: "The schema in the settings says that this label holds one; programs that read it expect that.",
  options: [labelSchemaOption],
  examples: [
    {
      text: "FROM alpine:3.22\nLABEL version=[|v1.2|]\n",
      options: { labelSchema: { version: "semver" } },
    },
    {
      text: "FROM alpine:3.22\nARG VALUE\nLABEL version=1.2.3-rc.1+build other=v1.2\nLABEL version=$VALUE\n",
      options: { labelSchema: { version: "semver" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      { form: "semver", isValid, advice: "must hold a semantic version, for example 1.2.3." },
      report,
    );
  },
};

function isValid(value: string): boolean {
  // What is before the number is no part of a semantic version.
  return /^\d/.test(value) && valid(value) !== null;
}
