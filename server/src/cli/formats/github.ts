import type { Severity } from "../../lint/rule";
import { terminalText } from "../terminalText";
import type { Format } from "./format";

/** Annotations of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const github: Format = (reports) =>
  reports
    .flatMap(({ path, findings }) =>
      findings.map(({ id, severity, message, range }) => {
        const places = {
          file: path.replaceAll("\\", "/"),
          line: String(range.start.line + 1),
          endLine: String(range.end.line + 1),
          // GitHub reads columns only where the whole annotation lies on one line.
          ...(range.start.line === range.end.line && {
            col: String(range.start.character + 1),
            endColumn: String(range.end.character + 1),
          }),
          title: id,
        };
        const properties = Object.entries(places).map(([name, value]) => `${name}=${property(value)}`);
        return `::${commands[severity]} ${properties.join(",")}::${data(message)}\n`;
      }),
    )
    .join("");

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** The runner takes these back; whatever else could start a command of its own is made harmless. */
function data(text: string): string {
  return terminalText(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
