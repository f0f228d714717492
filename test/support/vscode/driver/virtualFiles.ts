import * as vscode from "vscode";

type Folder = Map<string, Entry>;
type Entry = Folder | Uint8Array;

/** A file system that is in no place but memory, as one that is read over the network looks to extensions. */
export function createVirtualFiles(files: Readonly<Record<string, string>>): vscode.FileSystemProvider {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const root: Folder = new Map();

  function entryAt(uri: vscode.Uri): Entry | undefined {
    let entry: Entry | undefined = root;
    for (const name of namesOf(uri)) entry = entry instanceof Map ? entry.get(name) : undefined;
    return entry;
  }
  function folderOf(uri: vscode.Uri): { folder: Folder; name: string } {
    const names = namesOf(uri);
    const name = names.pop() ?? "";
    let folder = root;
    for (const one of names) {
      const next = folder.get(one) ?? (new Map() as Folder);
      if (!(next instanceof Map)) throw vscode.FileSystemError.FileNotADirectory(uri);
      folder.set(one, next);
      folder = next;
    }
    return { folder, name };
  }
  function put(uri: vscode.Uri, content: Uint8Array): void {
    const { folder, name } = folderOf(uri);
    const type = folder.has(name) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    folder.set(name, content);
    changes.fire([{ type, uri }]);
  }
  function take(uri: vscode.Uri): void {
    const { folder, name } = folderOf(uri);
    if (!folder.delete(name)) throw vscode.FileSystemError.FileNotFound(uri);
    changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }
  function found(uri: vscode.Uri): Entry {
    const entry = entryAt(uri);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  for (const [uri, text] of Object.entries(files)) put(vscode.Uri.parse(uri), new TextEncoder().encode(text));
  return {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      const entry = found(uri);
      return entry instanceof Map
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: vscode.FileType.File, ctime: 0, mtime: Date.now(), size: entry.length };
    },
    readDirectory(uri) {
      const entry = found(uri);
      if (!(entry instanceof Map)) throw vscode.FileSystemError.FileNotADirectory(uri);
      return [...entry].map(([name, one]) => [
        name,
        one instanceof Map ? vscode.FileType.Directory : vscode.FileType.File,
      ]);
    },
    readFile(uri) {
      const entry = found(uri);
      if (entry instanceof Map) throw vscode.FileSystemError.FileIsADirectory(uri);
      return entry;
    },
    createDirectory(uri) {
      const { folder, name } = folderOf(uri);
      folder.set(name, new Map());
    },
    writeFile: put,
    delete: take,
    rename(from, to) {
      const entry = found(from);
      take(from);
      const { folder, name } = folderOf(to);
      folder.set(name, entry);
      changes.fire([{ type: vscode.FileChangeType.Created, uri: to }]);
    },
  };
}

function namesOf({ authority, path }: vscode.Uri): string[] {
  return [authority, ...path.split("/").filter((name) => name !== "")];
}
