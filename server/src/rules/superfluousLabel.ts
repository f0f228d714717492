import { labelSchema, labelSchemaOption, labels } from "../lint/labelSchema";
import type { Rule } from "../lint/rule";

export const superfluousLabel: Rule = {
  id: "superfluous-label",
  aliases: ["DL3050"],
  severity: "information",
  category: "labels",
  summary: "A label is set that your schema does not know.",
  rationale:
    "With the setting `strictLabels` the labels of the schema are the only ones: others may tell more than they should, or are misspelt. Without a schema there are then none to set.",
  options: [
    labelSchemaOption,
    {
      name: "strictLabels",
      type: "boolean",
      default: false,
      summary: "Whether labels that the schema does not name are reported.",
    },
  ],
  examples: [
    {
      text: "FROM alpine:3.22\nLABEL title=a [|tilte|]=b\n",
      options: { strictLabels: true, labelSchema: { title: "text" } },
    },
    {
      text: "FROM alpine:3.22\nLABEL title=a\n",
      options: { strictLabels: true, labelSchema: { title: "text" } },
    },
    { text: "FROM alpine:3.22\nLABEL tilte=a\n", options: { labelSchema: { title: "text" } } },
    { text: "FROM alpine:3.22\nLABEL [|title|]=a\n", options: { strictLabels: true } },
  ],

  check(dockerfile, report, { options }) {
    if (options["strictLabels"] !== true) return;
    const schema = labelSchema(options);
    for (const { pair } of labels(dockerfile)) {
      if (schema.has(pair.name)) continue;
      report({
        range: pair.nameRange,
        message: `The label schema has no ${pair.name}. Remove the label, or add it to the schema.`,
      });
    }
  },
};
