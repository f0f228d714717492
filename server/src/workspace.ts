import type { Documents } from "./documents";
import type { Workspace } from "./features/feature";
import { workspaceDockerfiles } from "./files/workspaceDockerfiles";
import type { Dockerfile } from "./model/dockerfile";
import { parseDockerfile } from "./model/parseDockerfile";
import type { FilesPort } from "./ports";
import type { WorkspaceFolders } from "./workspaceFolders";

export interface ServedWorkspace extends Workspace {
  /** URIs of Dockerfiles whose text changed on disk; "paths" where files came or went. */
  forget(changed: readonly string[] | "paths"): void;
}

/** Lists and reads on first use, and keeps both until something changes on disk. */
export function createWorkspace(
  documents: Documents,
  folders: WorkspaceFolders,
  files: () => FilesPort | undefined,
): ServedWorkspace {
  let uris: Promise<readonly string[]> | undefined;
  const models = new Map<string, Dockerfile>();

  function forget(changed: readonly string[] | "paths"): void {
    if (changed === "paths") {
      uris = undefined;
      models.clear();
    } else for (const uri of changed) models.delete(uri);
  }
  folders.onChange(() => forget("paths"));
  // What was saved while it was open is newer than what was read before.
  documents.onClose(({ uri }) => forget([uri]));

  async function list(): Promise<readonly string[]> {
    const port = files();
    if (!port) return [];
    const perFolder = await Promise.all(folders.all().map((folder) => workspaceDockerfiles(port, folder)));
    return [...new Set(perFolder.flat())];
  }

  return {
    forget,
    uris() {
      uris ??= list();
      return uris;
    },
    async dockerfile(uri) {
      const document = documents.get(uri);
      if (document) return documents.model(document);
      const known = models.get(uri);
      if (known) return known;
      const text = await files()?.readText(uri);
      if (text === undefined) return undefined;
      const model = parseDockerfile(text);
      models.set(uri, model);
      return model;
    },
  };
}
