import * as vscode from "vscode";

/** Folders that no COPY means and that hold more than all the rest. */
const passedOver = new Set([".git", "node_modules"]);

/** Paths below a folder, nearest first, folders with a slash at the end; stops at `limit`. */
export async function listFiles(folder: vscode.Uri, limit: number): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [""];
  for (let path = waiting.shift(); path !== undefined && found.length < limit; path = waiting.shift()) {
    for (const [name, type] of await entries(vscode.Uri.joinPath(folder, path))) {
      if (found.length >= limit) break;
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      found.push(isFolder ? `${path}${name}/` : `${path}${name}`);
      // A symbolic link may lead round in a circle.
      if (type === vscode.FileType.Directory && !passedOver.has(name)) waiting.push(`${path}${name}/`);
    }
  }
  return found;
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // A folder that can't be read has, for us, nothing in it.
    return [];
  }
}
