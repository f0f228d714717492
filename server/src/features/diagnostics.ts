import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Finding } from "../lint/finding";
import type { Severity } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import { diagnosticData } from "./diagnosticData";
import { diagnosticsDigest } from "./diagnosticsDigest";
import type { DockerfileContext, Feature } from "./feature";
import { findingsOf } from "./findings";
import { gravestFindings } from "./gravestFindings";
import { ignoreFileDiagnostics } from "./ignoreFiles/ignoreFileDiagnostics";

/** The Problems of a Dockerfile, asked for by clients that pull (LSP 3.17). Clients that do not are pushed to by the server. */
export const diagnosticsFeature: Feature = {
  capabilities: {
    diagnosticProvider: { identifier: "drydock", interFileDependencies: false, workspaceDiagnostics: true },
  },
  connect: (connection, serve, { serveIgnoreFile }) => {
    // A file may be asked about once more after it was closed: then it is read from disk.
    const answer = serve(
      (dockerfile, { previousResultId }: DocumentDiagnosticParams, file) =>
        diagnosticReport(dockerfile, previousResultId, file),
      "also closed files",
    );
    const inIgnoreFile = serveIgnoreFile(
      (ignoreFile, _: DocumentDiagnosticParams, file): DocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: ignoreFileDiagnostics(ignoreFile, file),
      }),
    );
    connection.languages.diagnostics.on(
      async (params, token) =>
        (await answer(params, token)) ??
        (await inIgnoreFile(params, token)) ?? { kind: DocumentDiagnosticReportKind.Full, items: [] },
    );
  },
};

/** The client's earlier answer is named by what it said, so that the same findings are sent but once. */
export function diagnosticReport(
  dockerfile: Dockerfile,
  previousResultId: string | undefined,
  file: DockerfileContext,
): DocumentDiagnosticReport & { resultId: string } {
  const items = diagnostics(dockerfile, file);
  const resultId = diagnosticsDigest(items);
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** VS Code shows no more of one file, and each of them travels to the editor with every keystroke. */
const MOST_SHOWN = 1000;

/** The findings of the linter in LSP's shape; of very many the gravest, and one more that says so. */
export function diagnostics(dockerfile: Dockerfile, file: DockerfileContext): Diagnostic[] {
  if (!file.settings.lint.enabled) return [];
  const findings = findingsOf(dockerfile, file);
  if (findings.length <= MOST_SHOWN) return findings.map((finding) => diagnosticOf(finding, file));
  const shown = gravestFindings(findings, MOST_SHOWN - 1);
  return [remark(findings.length - shown.length), ...shown.map((finding) => diagnosticOf(finding, file))];
}

function remark(left: number): Diagnostic {
  const top = { line: 0, character: 0 };
  return {
    range: { start: top, end: top },
    severity: DiagnosticSeverity.Information,
    source: "drydock",
    message: `${left} more findings of this file are not shown, none graver than these. Mend some of these first, or run "drydock lint" to see all.`,
  };
}

function diagnosticOf({ rule, severity, problem }: Finding, file: DockerfileContext): Diagnostic {
  const { uri, rulesDocumentation, client } = file;
  const tags = rule.tags?.map((tag) =>
    tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary,
  );
  const related = problem.related?.map(({ range, message }) => ({ location: { uri, range }, message }));
  return {
    range: problem.range,
    severity: severities[severity],
    source: "drydock",
    code: rule.id,
    // All diagnostics travel at every keystroke, so who makes nothing of a part is spared its weight.
    ...(rulesDocumentation &&
      client?.describesCodes !== false && {
        codeDescription: { href: `${rulesDocumentation}#${rule.id}` },
      }),
    message: problem.message,
    ...(tags && { tags }),
    ...(related && { relatedInformation: related }),
    ...(client?.keepsDiagnosticData && { data: diagnosticData({ rule, problem }) }),
  };
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
