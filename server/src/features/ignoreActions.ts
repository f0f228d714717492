import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Finding } from "../lint/finding";
import { ignoreInHadolintConfig } from "../lint/ignoreInHadolintConfig";
import { ignoreInFile, ignoreOnInstruction } from "../lint/suppressionEdits";
import type { Dockerfile } from "../model/dockerfile";
import type { DockerfileContext } from "./feature";

/** Ways to silence a finding, from the narrowest to the widest, and the way to its documentation. */
export function ignoreActions(
  dockerfile: Dockerfile,
  { rule, problem }: Finding,
  diagnostics: Diagnostic[],
  file: DockerfileContext,
): CodeAction[] {
  const { uri, client } = file;
  const action = (title: string, edit: WorkspaceEdit): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit,
  });
  const command = (title: string, id: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    command: { title, command: id, arguments: [rule.id, uri] },
  });
  const onLine = ignoreOnInstruction(dockerfile, problem.range.start.line, rule.id);
  const inConfig = configEdit(rule.aliases.find((name) => /^DL\d{4}$/.test(name)) ?? rule.id, file);
  return [
    ...(onLine ? [action(`Ignore ${rule.id} on this line`, { changes: { [uri]: [onLine] } })] : []),
    action(`Ignore ${rule.id} in this file`, { changes: { [uri]: [ignoreInFile(dockerfile, rule.id)] } }),
    ...(inConfig ? [action(`Ignore ${rule.id} in .hadolint.yaml`, inConfig)] : []),
    ...(client?.runsCommands
      ? [
          command(`Ignore ${rule.id} in settings`, "drydock.lint.ignoreRule"),
          command(`Show documentation of ${rule.id}`, "drydock.lint.showRule"),
        ]
      : []),
  ];
}

/** Under hadolint's name where it has one, so that hadolint itself reads it too. */
function configEdit(
  name: string,
  { hadolintConfig, client }: Pick<DockerfileContext, "hadolintConfig" | "client">,
): WorkspaceEdit | undefined {
  if (!hadolintConfig) return undefined;
  const { uri, text } = hadolintConfig;
  const newText = ignoreInHadolintConfig(text, name);
  if (newText === undefined) return undefined;
  const start = { line: 0, character: 0 };
  const lines = (text ?? "").split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const edits = [{ range: { start, end }, newText }];
  if (text !== undefined) return { changes: { [uri]: edits } };
  if (!client?.createsFiles) return undefined;
  return {
    documentChanges: [
      { kind: "create", uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}
