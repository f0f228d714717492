import type { Severity } from "../../lint/rule";
import { hadolintLevels, peerCode } from "../fileReport";
import { type Style, terminalText } from "../terminalText";
import type { Format } from "./format";

/** A line for each finding, as hadolint prints them: `Dockerfile:3 DL3008 warning: …`. */
export const tty: Format = (reports, { paint }) =>
  reports
    .flatMap(({ path, findings }) =>
      findings.map((finding) => {
        const level = paint(styles[finding.severity], hadolintLevels[finding.severity]);
        const line = finding.range.start.line + 1;
        return `${terminalText(path)}:${line} ${peerCode(finding)} ${level}: ${terminalText(finding.message)}\n`;
      }),
    )
    .join("");

const styles: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  information: "green",
  hint: "cyan",
};
