import type { Severity } from "../lint/rule";
import { thresholdCalled } from "../lint/threshold";
import { type FormatName, formatCalled, formatNames } from "./formats/formatName";
import { UsageError } from "./usageError";

// What an option or a variable of the environment, called `name` in what is said of it, may be set to.

export function formatValue(name: string, word: string): FormatName {
  const format = formatCalled(word);
  if (format) return format;
  throw new UsageError(`${name} ${word}: there is no such format. There are ${formatNames.join(", ")}.`);
}

export function thresholdValue(name: string, word: string): Severity {
  const severity = thresholdCalled(word);
  if (severity) return severity;
  throw new UsageError(
    `${name} ${word}: write error, warning, information (or info), hint (or style), ignore or none.`,
  );
}

/** `label:form`; a label's own name may hold colons. */
export function requiredLabel(name: string, text: string): [string, string] {
  const colon = text.lastIndexOf(":");
  const form = text.slice(colon + 1);
  if (colon <= 0 || !labelForms.has(form))
    throw new UsageError(
      `${name} ${text}: write a label and the form of its value, for example version:semver. Forms are ${[...labelForms].join(", ")}.`,
    );
  return [text.slice(0, colon), form === "rawtext" ? "text" : form];
}

const labelForms = new Set(["text", "rawtext", "url", "semver", "hash", "rfc3339", "spdx", "email"]);
