import { checkLabels, labelSchemaOption } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const emptyLabel: Rule = {
  id: "empty-label",
  aliases: ["DL3051"],
  severity: "information",
  category: "labels",
  summary: "A label that must hold a text is empty.",
  rationale: "The schema in the settings asks for this label; an empty one tells nobody anything.",
  options: [labelSchemaOption],
  examples: [
    {
      text: 'FROM alpine:3.22\nLABEL title=[|""|]\n',
      options: { labelSchema: { title: "text" } },
    },
    {
      text: 'FROM alpine:3.22\nARG VALUE\nLABEL title="a text" other=""\nLABEL title=$VALUE\n',
      options: { labelSchema: { title: "text" } },
    },
  ],

  check(dockerfile, report, { options }) {
    checkLabels(
      dockerfile,
      options,
      {
        form: "text",
        isValid,
        advice: "must hold a text. Write one between the quotes, or remove the label.",
      },
      report,
    );
  },
};

function isValid(value: string): boolean {
  return value.trim() !== "";
}
