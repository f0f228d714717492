import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { IgnoreFile } from "../../ignoreFile/ignoreFile";
import type { DockerfileContext } from "../feature";
import { matchedFiles, mayMatchUnlisted } from "./matchedFiles";

/** Patterns that the builder refuses, and those that match nothing of the build context as it is. */
export function ignoreFileDiagnostics(
  { patterns }: IgnoreFile,
  { settings, outside: { buildContext } }: Pick<DockerfileContext, "settings" | "outside">,
): Diagnostic[] {
  if (!settings.lint.enabled) return [];
  return patterns.flatMap((pattern): Diagnostic[] => {
    const { range, problem } = pattern;
    if (problem) {
      const message = `${problem} The builder stops here; correct or remove the pattern.`;
      return [
        {
          range,
          message,
          severity: DiagnosticSeverity.Error,
          source: "drydock",
          code: "invalid-ignore-pattern",
        },
      ];
    }
    if (!buildContext || mayMatchUnlisted(pattern, buildContext)) return [];
    const { files, unlisted } = matchedFiles(buildContext, pattern);
    if (files.length > 0 || unlisted.length > 0) return [];
    return [
      {
        range,
        message: "This pattern matches no file at present. Remove it, unless such files are still to come.",
        severity: DiagnosticSeverity.Hint,
        source: "drydock",
        code: "unmatched-ignore-pattern",
        tags: [DiagnosticTag.Unnecessary],
      },
    ];
  });
}
