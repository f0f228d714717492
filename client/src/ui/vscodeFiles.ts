import { dirname, isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { plainLabel } from "./plainText";
import type { FilesQuestion, NewFileQuestion } from "./ui";

export async function chooseFiles({
  title,
  action,
  kinds,
  many,
}: FilesQuestion): Promise<string[] | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: plainLabel(title),
    openLabel: action,
    filters: filters(kinds),
    canSelectMany: many === "many",
  });
  return chosen?.filter(({ scheme }) => scheme === "file").map(({ fsPath }) => fsPath);
}

export async function chooseNewFile({
  title,
  action,
  kinds,
  proposed,
}: NewFileQuestion): Promise<string | undefined> {
  const chosen = await vscode.window.showSaveDialog({
    title: plainLabel(title),
    saveLabel: action,
    filters: filters(kinds),
    defaultUri: vscode.Uri.file(isAbsolute(proposed) ? proposed : join(firstFolder(), proposed)),
  });
  return chosen?.scheme === "file" ? chosen.fsPath : undefined;
}

function filters(kinds: FilesQuestion["kinds"]): Record<string, string[]> {
  const named = Object.entries(kinds).map(([name, endings]) => [name, [...endings]] as const);
  return { ...Object.fromEntries(named), "All Files": ["*"] };
}

/** Beside the workspace's folder, not in it: an archive there would be sent along with every build. */
function firstFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file");
  return folder ? dirname(folder.uri.fsPath) : "/";
}
