import * as vscode from "vscode";
import type { EditorHost, Problem } from "./editorHost";
import { editorValue, plainRange, plainValue } from "./plainValue";

const severities = ["error", "warning", "information", "hint"] as const;

export function hostMethods(): EditorHost {
  const documentAt = (uri: string) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return {
    async show(uri) {
      await vscode.window.showTextDocument(await documentAt(uri), { preview: false });
    },
    async text(uri) {
      return (await documentAt(uri)).getText();
    },
    async insert(uri, [line, character], text) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(vscode.Uri.parse(uri), new vscode.Position(line, character), text);
      if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${uri} took no edit.`);
    },
    async problems(uri) {
      return vscode.languages
        .getDiagnostics(vscode.Uri.parse(uri))
        .sort((one, other) => one.range.start.compareTo(other.range.start))
        .map(plainProblem);
    },
    async execute(command, ...values) {
      return plainValue(await vscode.commands.executeCommand(command, ...values.map(editorValue)));
    },
    async configure(setting, value, where) {
      const target =
        where === "user" ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
      await vscode.workspace.getConfiguration().update(setting, value ?? undefined, target);
    },
    async setting(name) {
      return vscode.workspace.getConfiguration().get(name);
    },
    async write(uri, text) {
      await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), new TextEncoder().encode(text));
    },
    async remove(uri) {
      await vscode.workspace.fs.delete(vscode.Uri.parse(uri), { recursive: true });
    },
    async commands(beginning) {
      return (await vscode.commands.getCommands(true)).filter((id) => id.startsWith(beginning));
    },
    async isActive(extensionId) {
      return vscode.extensions.getExtension(extensionId)?.isActive;
    },
  };
}

function plainProblem({ range, severity, code, source, message }: vscode.Diagnostic): Problem {
  return {
    range: plainRange(range),
    severity: severities[severity] ?? "hint",
    code: String(typeof code === "object" ? code.value : (code ?? "")),
    source: source ?? "",
    message,
  };
}
