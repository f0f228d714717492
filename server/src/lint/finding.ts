import type { Problem, Rule, Severity } from "./rule";
import type { ActiveRule } from "./settings";

/** A problem together with the rule that found it. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly problem: Problem;
}

/** Graded: a person's word is stronger than the rule's, the problem's own stronger than the rule's general one. */
export function findingOf({ rule, severity }: ActiveRule, problem: Problem): Finding {
  return { rule, severity: severity ?? problem.severity ?? rule.severity, problem };
}
