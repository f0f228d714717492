import { peerCode } from "../fileReport";
import type { Format } from "./format";

/** A JSON object on a line for each finding. */
export const codacy: Format = (reports) =>
  reports
    .flatMap(({ path, findings }) =>
      findings.map((finding) => {
        const issue = {
          filename: path.replaceAll("\\", "/"),
          message: finding.message,
          patternId: peerCode(finding),
          line: finding.range.start.line + 1,
        };
        return `${JSON.stringify(issue)}\n`;
      }),
    )
    .join("");
