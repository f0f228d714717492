import * as vscode from "vscode";

/** What of docker's config folder decides where the engine is; certificates can be renewed without a word elsewhere. */
const watched = [
  { folder: [], pattern: "config.json" },
  { folder: ["contexts"], pattern: "{meta/*/meta.json,tls/*/docker/*.pem}" },
] as const;

/** Docker contexts that are chosen, made or changed in a terminal count here, too. Tells once for changes that come together. */
export function watchDockerConfig(configFolder: string, onChange: () => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, 150);
  };
  const watchers = watched.map(({ folder, pattern }) => {
    const base = vscode.Uri.joinPath(vscode.Uri.file(configFolder), ...folder);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(base, pattern));
    watcher.onDidChange(soon);
    watcher.onDidCreate(soon);
    watcher.onDidDelete(soon);
    return watcher;
  });
  return vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer) });
}
