import { version } from "../../../../package.json";
import type { Rule, Severity } from "../../lint/rule";
import type { FileReport, ReportedFinding } from "../fileReport";
import type { Format } from "./format";

/** SARIF 2.1.0, as GitHub's code scanning and others read it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: Format = (reports, { rules }) => {
  const found = new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)));
  const told = rules.filter(({ id }) => found.has(id));
  const indexes = new Map(told.map(({ id }, index) => [id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Drydock", version, rules: told.map(describeRule) } },
        columnKind: "utf16CodeUnits",
        results: reports.flatMap((report) =>
          report.findings.map((finding) => result(report, finding, indexes)),
        ),
        ...(reports.some(({ troubles }) => troubles.length > 0) && { invocations: [invocation(reports)] }),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function describeRule({ id, summary, rationale, severity, aliases, category }: Rule): object {
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: summary },
    fullDescription: { text: rationale },
    help: { text: `${summary} ${rationale}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [category, ...aliases] },
  };
}

function result(
  { path }: FileReport,
  { id, severity, message, range, lineText, fixes }: ReportedFinding,
  indexes: ReadonlyMap<string, number>,
): object {
  const artifactLocation = { uri: uriOf(path) };
  return {
    ruleId: id,
    ...(indexes.has(id) && { ruleIndex: indexes.get(id) }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: region(range) } }],
    partialFingerprints: { drydock: `${id}:${lineText.trim()}` },
    ...(fixes.length > 0 && {
      fixes: fixes
        .filter(({ edits }) => edits.length > 0)
        .map(({ title, edits }) => ({
          description: { text: title },
          artifactChanges: [
            {
              artifactLocation,
              replacements: edits.map((edit) => ({
                deletedRegion: region(edit.range),
                insertedContent: { text: edit.newText },
              })),
            },
          ],
        })),
    }),
  };
}

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

function region({ start, end }: ReportedFinding["range"]): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function invocation(reports: readonly FileReport[]): object {
  const troubles = [...new Set(reports.flatMap((report) => report.troubles))];
  return {
    executionSuccessful: false,
    toolExecutionNotifications: troubles.map((text) => ({ level: "error", message: { text } })),
  };
}

/** Relative where the path is; a path from the root of a disk becomes a file URI. */
function uriOf(path: string): string {
  const slashes = path.replaceAll("\\", "/");
  const escaped = slashes.split("/").map(encodeURIComponent).join("/");
  if (slashes.startsWith("/")) return `file://${escaped}`;
  return /^[A-Za-z]:\//.test(slashes) ? `file:///${escaped.replace("%3A", ":")}` : escaped;
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
