import type { Severity } from "../../lint/rule";
import { peerCode } from "../fileReport";
import type { Format } from "./format";

/** SonarQube's generic format for issues that other tools found. */
export const sonarqube: Format = (reports) => {
  const issues = reports.flatMap(({ path, findings }) =>
    findings.map((finding) => {
      const { start, end } = finding.range;
      const isSpan = start.line !== end.line || end.character > start.character;
      return {
        engineId: "drydock",
        ruleId: peerCode(finding),
        severity: severities[finding.severity],
        type: finding.severity === "error" ? "BUG" : "CODE_SMELL",
        primaryLocation: {
          message: finding.message,
          filePath: path.replaceAll("\\", "/"),
          textRange: {
            startLine: start.line + 1,
            endLine: end.line + 1,
            // An empty span is refused, so that such a finding is given its line alone. Columns count from zero here.
            ...(isSpan && { startColumn: start.character, endColumn: end.character }),
          },
        },
      };
    }),
  );
  return `${JSON.stringify({ issues })}\n`;
};

const severities: Readonly<Record<Severity, string>> = {
  error: "CRITICAL",
  warning: "MAJOR",
  information: "MINOR",
  hint: "INFO",
};
