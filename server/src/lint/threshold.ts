import type { Severity } from "./rule";

const order: readonly Severity[] = ["error", "warning", "information", "hint"];

/** The word for a severity as we or hadolint have it; undefined for any other word. */
export function severityCalled(word: string): Severity | undefined {
  return severities[word.toLowerCase()];
}

/** The same for a threshold. Hadolint's "ignore" and "none" are the lowest of its levels, so everything reaches them. */
export function thresholdCalled(word: string): Severity | undefined {
  return /^(?:ignore|none)$/i.test(word) ? "hint" : severityCalled(word);
}

/** Hadolint's own four words among them. */
const severities: Readonly<Record<string, Severity>> = {
  error: "error",
  warning: "warning",
  info: "information",
  information: "information",
  style: "hint",
  hint: "hint",
};

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return order.indexOf(severity) <= order.indexOf(threshold);
}

/** For printing the worst first. */
export function compareSeverities(a: Severity, b: Severity): number {
  return order.indexOf(a) - order.indexOf(b);
}
