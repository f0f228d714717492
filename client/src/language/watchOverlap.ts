import * as vscode from "vscode";
import { type OtherLinter, otherLinters, overlappingLinters, quietingSettings } from "./overlap";

/**
 * Says once for each other linter that it reports what Drydock reports, and offers to quiet it. Nothing is changed
 * unless the person chooses so, and only in the person's own settings.
 */
export function watchOverlap(memory: vscode.Memento): vscode.Disposable {
  return vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    const installed = otherLinters.filter(
      ({ extensionId }) => vscode.extensions.getExtension(extensionId) && !memory.get(keyOf(extensionId)),
    );
    if (installed.length === 0) return;
    for (const uri of uris) {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (document?.languageId !== "dockerfile") continue;
      const problems = vscode.languages.getDiagnostics(uri).map(({ source, range }) => ({
        source,
        firstLine: range.start.line,
        lastLine: range.end.line,
      }));
      for (const linter of overlappingLinters(problems, installed)) void tell(linter, memory);
    }
  });
}

async function tell(linter: OtherLinter, memory: vscode.Memento): Promise<void> {
  const { extensionId, name, severitySettings } = linter;
  // Remembered before it is answered: the next keystroke must not ask again.
  await memory.update(keyOf(extensionId), true);
  const settings = severitySettings ? quietingSettings(manifestOf(extensionId), severitySettings) : [];
  const quiet = settings.length > 0 ? `Quiet ${name}` : `Show ${name}`;
  const answer = await vscode.window.showInformationMessage(
    `${name} checks Dockerfiles too, so some findings show twice.`,
    quiet,
    "Keep Both",
  );
  if (answer !== quiet) return;
  if (settings.length === 0) {
    // It has no setting for it; on its page it can be switched off for this workspace.
    await vscode.commands.executeCommand("extension.open", extensionId);
    return;
  }
  const configuration = vscode.workspace.getConfiguration();
  for (const setting of settings) {
    await configuration.update(setting, "ignore", vscode.ConfigurationTarget.Global);
  }
}

function manifestOf(extensionId: string): unknown {
  return vscode.extensions.getExtension(extensionId)?.packageJSON;
}

function keyOf(extensionId: string): string {
  return `overlap.${extensionId}`;
}
