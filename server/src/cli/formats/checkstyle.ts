import type { Severity } from "../../lint/rule";
import { hadolintLevels, peerCode } from "../fileReport";
import type { Format } from "./format";
import { xmlText } from "./xmlText";

/** https://checkstyle.org: read by Jenkins and many others. */
export const checkstyle: Format = (reports) => {
  const files = reports.map(({ path, findings }) => {
    const errors = findings.map((finding) => {
      const { line, character } = finding.range.start;
      const place = `line="${line + 1}" column="${character + 1}"`;
      const what = `severity="${severityWord(finding.severity)}" message="${xmlText(finding.message)}"`;
      return `<error ${place} ${what} source="${xmlText(peerCode(finding))}"/>`;
    });
    return `<file name="${xmlText(path)}">${errors.join("")}</file>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">${files.join("\n")}</checkstyle>\n`;
};

/** Checkstyle has no word below "info". */
function severityWord(severity: Severity): string {
  return severity === "hint" ? "info" : hadolintLevels[severity];
}
