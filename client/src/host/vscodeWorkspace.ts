import * as vscode from "vscode";
import type { Workspace } from "../commands/workspace";
import { fileSubject } from "./fileSubject";

/** Enough for any workspace that people build from; a search without end is none. */
const mostDockerfiles = 500;

export function createVscodeWorkspace(): Workspace {
  return {
    get folders() {
      return (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === "file")
        .map(({ uri }) => uri.fsPath);
    },
    get hasVirtualFolders() {
      return (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme !== "file");
    },
    activeDockerfile() {
      const document = vscode.window.activeTextEditor?.document;
      return document?.languageId === "dockerfile" ? fileSubject(document.uri) : undefined;
    },
    async dockerfiles() {
      // A search that also means a virtual folder never ends where nobody answers for its files.
      const onDisk = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
      const found = await Promise.all(onDisk.map(dockerfilesIn));
      return [...new Set(found.flat())].sort();
    },
    async save(path) {
      const open = vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === "file" && uri.fsPath === path,
      );
      if (!open?.isDirty) return "saved";
      return (await open.save()) ? "saved" : "refused";
    },
    async readText(path) {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.file(path));
      return new TextDecoder().decode(bytes);
    },
    async saveTask(task) {
      const folder = vscode.workspace.workspaceFolders?.[0];
      if (!folder) return "no folder";
      const settings = vscode.workspace.getConfiguration("tasks", folder.uri);
      const present: unknown = settings.inspect("tasks")?.workspaceFolderValue ?? [];
      const others = (Array.isArray(present) ? present : []).filter(({ label }) => label !== task.label);
      await settings.update("version", "2.0.0", vscode.ConfigurationTarget.WorkspaceFolder);
      await settings.update("tasks", [...others, task], vscode.ConfigurationTarget.WorkspaceFolder);
      return "saved";
    },
    async reveal(path, line) {
      const position = new vscode.Position(line, 0);
      await vscode.window.showTextDocument(vscode.Uri.file(path), {
        selection: new vscode.Range(position, position),
      });
    },
  };
}

async function dockerfilesIn(folder: vscode.WorkspaceFolder): Promise<string[]> {
  const names = "{[Dd]ockerfile,[Dd]ockerfile.*,*.[Dd]ockerfile,[Cc]ontainerfile,[Cc]ontainerfile.*}";
  const pattern = new vscode.RelativePattern(folder, `**/${names}`);
  const found = await vscode.workspace.findFiles(pattern, "**/node_modules/**", mostDockerfiles);
  return found.filter(({ path }) => !path.endsWith(".dockerignore")).map(({ fsPath }) => fsPath);
}
