import deprecated from "spdx-license-ids/deprecated.json";
import current from "spdx-license-ids/index.json";
import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const invalidLabelSpdx: Rule = {
  id: "invalid-label-spdx",
  aliases: ["DL3054"],
  severity: "warning",
  category: "labels",
  summary: "A label that must hold a licence holds something else.",
  rationale: "The schema in the settings says that this label holds one; programs that read it expect that.",
  options: [labelSchemaOption],
  examples: [
    {
      text: 'FROM alpine:3.22\nLABEL licenses=[|"My Licence"|]\n',
      options: { labelSchema: { licenses: "spdx" } },
    },
    {
      text: 'FROM alpine:3.22\nARG VALUE\nLABEL licenses="MIT OR (Apache-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0)" other="My Licence"\nLABEL licenses=$VALUE\n',
      options: { labelSchema: { licenses: "spdx" } },
    },
    {
      text: 'FROM alpine:3.22\nLABEL l=[|"MIT OR"|]\nLABEL l=[|"(MIT"|]\nLABEL l=[|""|]\nLABEL l=[|"MIT Apache-2.0"|]\nLABEL l="GPL-2.0+"\n',
      options: { labelSchema: { l: "spdx" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      { form: "spdx", isValid, advice: "must hold an SPDX expression, for example MIT or Apache-2.0." },
      report,
    );
  },
};

const licences: ReadonlySet<string> = new Set(
  [...current, ...deprecated].map((licence) => licence.toLowerCase()),
);

/** Licences joined by AND, OR and WITH, in brackets or not: https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/ */
function isValid(value: string): boolean {
  const tokens = value.match(/[()]|[^\s()]+/g) ?? [];
  let depth = 0;
  let expectsLicence = true;
  for (const [index, token] of tokens.entries()) {
    if (token === "(" && expectsLicence) depth++;
    else if (token === ")" && !expectsLicence && depth > 0) depth--;
    else if (expectsLicence) {
      // What follows WITH is an exception, of which there is no list here.
      if (tokens[index - 1] !== "WITH" && !isLicence(token)) return false;
      expectsLicence = false;
    } else if (/^(?:AND|OR|WITH)$/.test(token)) expectsLicence = true;
    else return false;
  }
  return depth === 0 && !expectsLicence;
}

function isLicence(token: string): boolean {
  return (
    /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(token) ||
    licences.has(token.replace(/\+$/, "").toLowerCase())
  );
}
