import { type FileReport, hadolintLevels, peerCode } from "../fileReport";
import type { Format } from "./format";
import { xmlText } from "./xmlText";

/** A suite for each file, a failed case for each finding; a file without findings is one passed case. */
export const junit: Format = (reports) => {
  const suites = reports.map(suite);
  const total = reports.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = reports.reduce((sum, { findings }) => sum + Math.max(findings.length, 1), 0);
  const head = `<testsuites name="drydock" tests="${tests}" failures="${total}" errors="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.join("")}</testsuites>\n`;
};

function suite({ path, findings }: FileReport): string {
  const name = xmlText(path);
  const head = `<testsuite name="${name}" tests="${Math.max(findings.length, 1)}" failures="${findings.length}" errors="0">`;
  const cases = findings.map((finding) => {
    const { line, character } = finding.range.start;
    const place = `${line + 1}:${character + 1}`;
    const level = hadolintLevels[finding.severity];
    const message = xmlText(finding.message);
    const failure = `<failure message="${message}" type="${level}">${name}:${place} ${message}</failure>`;
    return `<testcase name="${xmlText(peerCode(finding))} ${place}" classname="${name}">${failure}</testcase>\n`;
  });
  const passed = `<testcase name="no findings" classname="${name}"/>\n`;
  return `${head}\n${cases.length > 0 ? cases.join("") : passed}</testsuite>\n`;
}
