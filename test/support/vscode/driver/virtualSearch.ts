import * as vscode from "vscode";
import { globMatcher } from "../../../../server/src/files/globMatcher";

/** As far as it is used here; a proposed part of the editor's interface, which its own virtual workspaces use. */
interface FileSearchOptions {
  readonly folder: vscode.Uri;
  readonly includes: readonly string[];
  readonly maxResults?: number;
}

interface FileSearching {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(query: unknown, options: FileSearchOptions): Promise<vscode.Uri[]> },
  ): vscode.Disposable;
}

/** Lets extensions search a virtual file system for names, without which the editor waits for an answer for ever. */
export function registerVirtualSearch(scheme: string, files: vscode.FileSystemProvider): vscode.Disposable {
  const below = async (folder: vscode.Uri, path = ""): Promise<string[]> => {
    const entries = await files.readDirectory(vscode.Uri.joinPath(folder, path));
    const found = entries.map(async ([name, type]) =>
      type === vscode.FileType.Directory ? below(folder, `${path}${name}/`) : [`${path}${name}`],
    );
    return (await Promise.all(found)).flat();
  };
  return (vscode.workspace as unknown as FileSearching).registerFileSearchProvider(scheme, {
    async provideFileSearchResults(_query, { folder, includes, maxResults }) {
      const wanted = includes.map(globMatcher);
      const paths = (await below(folder)).filter(
        (path) => wanted.length === 0 || wanted.some((matches) => matches(path)),
      );
      return paths.slice(0, maxResults).map((path) => vscode.Uri.joinPath(folder, path));
    },
  });
}
