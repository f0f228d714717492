import * as vscode from "vscode";

/** The two commands that the linter's quick fixes name. They stand in no menu: each needs a rule to speak of. */
export function registerLintCommands(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("drydock.lint.ignoreRule", (rule: string, file: string) =>
      ignoreRule(rule, vscode.Uri.parse(file)),
    ),
    vscode.commands.registerCommand("drydock.lint.showRule", (rule: string) => showRule(rule, extensionUri)),
  );
}

/** In the settings of the workspace, so that the team shares it; in the user's own where no folder is open. */
async function ignoreRule(rule: string, file: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration("drydock.lint", file);
  const said = settings.inspect<string[]>("ignore");
  const [target, present] = said?.workspaceFolderValue
    ? [vscode.ConfigurationTarget.WorkspaceFolder, said.workspaceFolderValue]
    : vscode.workspace.getWorkspaceFolder(file)
      ? [vscode.ConfigurationTarget.Workspace, said?.workspaceValue]
      : [vscode.ConfigurationTarget.Global, said?.globalValue];
  // A narrower list takes the place of a wider one, so what was ignored until now goes along.
  const ignored = present ?? settings.get<string[]>("ignore", []);
  if (!ignored.includes(rule)) await settings.update("ignore", [...ignored, rule], target);
}

async function showRule(rule: string, extensionUri: vscode.Uri): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, "docs", "rules.md").with({ fragment: rule });
  await vscode.commands.executeCommand("markdown.showPreview", page);
}
