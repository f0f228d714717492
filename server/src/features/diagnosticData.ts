import type { Finding } from "../lint/finding";
import type { Fix } from "../lint/rule";

/** What a diagnostic carries for programs. */
export interface DiagnosticData {
  /** Every name that other tools have for it. */
  readonly aliases: readonly string[];
  /** What would mend it, the best first. */
  readonly fixes: readonly Fix[];
}

export function diagnosticData({ rule, problem }: Pick<Finding, "rule" | "problem">): DiagnosticData {
  const { aliases = rule.aliases, fix, otherFixes = [] } = problem;
  return { aliases, fixes: fix ? [fix, ...otherFixes] : otherFixes };
}
