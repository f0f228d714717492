import { createHash } from "node:crypto";
import type { Severity } from "../../lint/rule";
import { type FileReport, peerCode, type ReportedFinding } from "../fileReport";
import type { Format } from "./format";

/** GitLab's code quality report: one JSON array. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlabCodeclimate: Format = (reports) => `${JSON.stringify(issuesOf(reports))}\n`;

/** Code Climate's own: each issue ends with a null character, without an array around them. */
export const codeclimate: Format = (reports) =>
  issuesOf(reports)
    .map((issue) => `${JSON.stringify(issue)}\0`)
    .join("");

function issuesOf(reports: readonly FileReport[]): object[] {
  return reports.flatMap(({ path, findings }) => {
    const seen = new Map<string, number>();
    return findings.map((finding) => ({
      type: "issue",
      check_name: peerCode(finding),
      description: finding.message,
      categories: ["Bug Risk"],
      severity: severities[finding.severity],
      fingerprint: fingerprint(path, finding, seen),
      location: {
        path: path.replaceAll("\\", "/"),
        lines: { begin: finding.range.start.line + 1, end: finding.range.end.line + 1 },
      },
    }));
  });
}

const severities: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};

/** From the line's text, not its number, so that a finding is known again after lines above it changed. */
function fingerprint(path: string, { id, lineText }: ReportedFinding, seen: Map<string, number>): string {
  const key = JSON.stringify([path.replaceAll("\\", "/"), id, lineText.trim()]);
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  return createHash("sha256").update(`${key}${times}`).digest("hex").slice(0, 32);
}
