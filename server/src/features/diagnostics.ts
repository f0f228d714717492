import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { Finding } from "../lint/finding";
import type { Severity } from "../lint/rule";
import type { Dockerfile } from "../model/dockerfile";
import type { DockerfileContext, Feature } from "./feature";
import { findingsOf } from "./findings";
import { ignoreFileDiagnostics } from "./ignoreFiles/ignoreFileDiagnostics";
import { textDigest } from "./textDigest";

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
  const resultId = textDigest(JSON.stringify(items));
  return resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Every finding of the linter in LSP's shape. */
export function diagnostics(dockerfile: Dockerfile, file: DockerfileContext): Diagnostic[] {
  if (!file.settings.lint.enabled) return [];
  return findingsOf(dockerfile, file).map((finding) => diagnosticOf(finding, file));
}

function diagnosticOf(
  { rule, severity, problem }: Finding,
  { uri, rulesDocumentation }: DockerfileContext,
): Diagnostic {
  const tags = rule.tags?.map((tag) =>
    tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary,
  );
  const related = problem.related?.map(({ range, message }) => ({ location: { uri, range }, message }));
  return {
    range: problem.range,
    severity: severities[severity],
    source: "drydock",
    code: rule.id,
    message: problem.message,
    ...(rulesDocumentation && { codeDescription: { href: `${rulesDocumentation}#${rule.id}` } }),
    ...(tags && { tags }),
    ...(related && { relatedInformation: related }),
    data: {
      aliases: problem.aliases ?? rule.aliases,
      fixes: [problem.fix, ...(problem.otherFixes ?? [])].filter(Boolean),
    },
  };
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
