import type { Dockerfile } from "../model/dockerfile";
import { type Pair, pairs } from "../model/pairs";
import { resolveText } from "../model/resolveText";
import type { Report, RuleOption, RuleOptions } from "./rule";

/** What a label's value must be, by the names that hadolint has for it. */
export type LabelForm = "text" | "url" | "semver" | "hash" | "rfc3339" | "spdx" | "email";

export const labelSchemaOption: RuleOption = {
  name: "labelSchema",
  type: "object",
  default: {},
  summary:
    "The labels that images must have, each with the form of its value: `text`, `url`, `semver`, `hash`, `rfc3339`, `spdx` or `email`.",
};

/** Label keys to forms, as the setting `labelSchema` has them; what is none is left out. */
export function labelSchema(options: RuleOptions): ReadonlyMap<string, LabelForm> {
  const written = options["labelSchema"];
  const schema = new Map<string, LabelForm>();
  if (typeof written !== "object" || written === null) return schema;
  for (const [key, value] of Object.entries(written)) {
    const form = value === "rawtext" ? "text" : value;
    if (isForm(form)) schema.set(key, form);
  }
  return schema;
}

const forms: readonly LabelForm[] = ["text", "url", "semver", "hash", "rfc3339", "spdx", "email"];

function isForm(value: unknown): value is LabelForm {
  return forms.some((form) => form === value);
}

/**
 * Reports each label that the schema asks this form of and whose value is not valid. A value that only the build knows
 * is taken for valid.
 */
export function checkLabels(
  dockerfile: Dockerfile,
  options: RuleOptions,
  {
    form,
    isValid,
    advice,
  }: { readonly form: LabelForm; readonly isValid: (value: string) => boolean; readonly advice: string },
  report: Report,
): void {
  const schema = labelSchema(options);
  if (schema.size === 0) return;
  for (const { pair, value } of labels(dockerfile)) {
    if (schema.get(pair.name) !== form || value === undefined || isValid(value)) continue;
    report({ range: pair.valueRange ?? pair.range, message: `The label ${pair.name} ${advice}` });
  }
}

/** Every label with its value; undefined where that is not known before the build. */
export function* labels(
  dockerfile: Dockerfile,
): Generator<{ readonly pair: Pair; readonly value: string | undefined }> {
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword !== "LABEL") continue;
    for (const pair of pairs(instruction))
      yield { pair, value: pair.text === undefined ? "" : resolveText(dockerfile, pair.text, instruction) };
  }
}
