import type { Severity } from "../../lint/rule";
import { compareSeverities } from "../../lint/threshold";
import type { FileReport, ReportedFinding } from "../fileReport";
import { peerCode } from "../fileReport";
import { lineDiff } from "../lineDiff";
import { type Paint, type Style, terminalText } from "../terminalText";
import type { Format } from "./format";

/** For people: findings under their file, in columns, and a line that sums up. */
export const stylish: Format = (reports, { paint, fix }) => {
  const blocks = reports.flatMap((report) => {
    const parts = [
      ...(fix === "dry run" && report.fixes ? diffOf(report.fixes, paint) : []),
      ...rows(report.findings, paint),
    ];
    return parts.length > 0 ? [`${paint("underline", terminalText(report.path))}\n${parts.join("")}\n`] : [];
  });
  return blocks.join("") + summary(reports, fix, paint);
};

function rows(findings: readonly ReportedFinding[], paint: Paint): string[] {
  const cells = findings.map((finding) => ({
    place: `${finding.range.start.line + 1}:${finding.range.start.character + 1}`,
    severity: finding.severity,
    message: terminalText(finding.message),
    name: peerCode(finding) === finding.id ? finding.id : `${finding.id} ${peerCode(finding)}`,
  }));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const place = widest(cells.map((cell) => cell.place));
  const severity = widest(cells.map((cell) => cell.severity));
  return cells.map((cell) => {
    const level = paint(styles[cell.severity], cell.severity.padEnd(severity));
    return `  ${paint("dim", cell.place.padStart(place))}  ${level}  ${cell.message}  ${paint("dim", cell.name)}\n`;
  });
}

const styles: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "dim",
};

function diffOf({ before, after }: { before: string; after: string }, paint: Paint): string[] {
  return lineDiff(before, after).map(({ kind, line, text }) => {
    const style = kind === "removed" ? "red" : "green";
    const sign = kind === "removed" ? "-" : "+";
    return `  ${paint("dim", String(line + 1))} ${paint(style, `${sign} ${terminalText(text)}`)}\n`;
  });
}

function summary(reports: readonly FileReport[], fix: "no" | "write" | "dry run", paint: Paint): string {
  const fixed = reports.reduce((sum, { fixes }) => sum + (fixes?.count ?? 0), 0);
  const findings = reports.flatMap((report) => report.findings);
  const lines: string[] = [];
  if (fixed > 0)
    lines.push(paint("green", `${fix === "write" ? "Fixed" : "Would fix"} ${count(fixed, "problem")}.`));
  if (findings.length > 0) {
    const severities = [...new Set(findings.map(({ severity }) => severity))].sort(compareSeverities);
    const parts = severities.map((severity) => {
      const times = findings.filter((finding) => finding.severity === severity).length;
      return severity === "information" ? `${times} for information` : count(times, severity);
    });
    const worst = severities[0] ?? "hint";
    lines.push(paint(styles[worst], `${count(findings.length, "problem")}: ${parts.join(", ")}.`));
    const mendable = findings.filter(({ hasSafeFix }) => hasSafeFix).length;
    if (mendable > 0 && fix === "no") lines.push(`--fix mends ${mendable} of them.`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
