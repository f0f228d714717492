import { hadolintLevels, peerCode } from "../fileReport";
import type { Format } from "./format";

/** One array of findings. The first six keys are those that hadolint prints, with lines and columns from one. */
export const json: Format = (reports) => {
  const found = reports.flatMap(({ path, findings }) =>
    findings.map((finding) => ({
      file: path,
      line: finding.range.start.line + 1,
      column: finding.range.start.character + 1,
      level: hadolintLevels[finding.severity],
      code: peerCode(finding),
      message: finding.message,
      rule: finding.id,
      aliases: finding.aliases,
      severity: finding.severity,
      endLine: finding.range.end.line + 1,
      endColumn: finding.range.end.character + 1,
      fixable: finding.hasSafeFix,
    })),
  );
  return `${JSON.stringify(found)}\n`;
};
