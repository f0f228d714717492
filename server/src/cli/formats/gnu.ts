import { hadolintLevels, peerCode } from "../fileReport";
import { terminalText } from "../terminalText";
import type { Format } from "./format";

/** https://www.gnu.org/prep/standards/standards.html#Errors */
export const gnu: Format = (reports) =>
  reports
    .flatMap(({ path, findings }) =>
      findings.map((finding) => {
        const { line, character } = finding.range.start;
        const place = `${terminalText(path)}:${line + 1}:${character + 1}`;
        const message = `${hadolintLevels[finding.severity]}: ${terminalText(finding.message)}`;
        return `drydock:${place}: ${peerCode(finding)} ${message}\n`;
      }),
    )
    .join("");
