import type { Finding } from "../lint/finding";
import type { Severity } from "../lint/rule";

/** The gravest of many findings, in the order of their places. */
export function gravestFindings(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const gravest = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, most);
  const isChosen = new Set(gravest);
  return findings.filter((finding) => isChosen.has(finding));
}

const rank: Record<Severity, number> = { error: 0, warning: 1, information: 2, hint: 3 };
