import type { Problem, Rule, Severity } from "./rule";

/** A problem together with the rule that found it. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
}
