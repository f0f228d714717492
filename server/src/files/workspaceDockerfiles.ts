import type { FilesPort } from "../ports";
import { isDockerfileName } from "./dockerfileNames";
import { createGitignore } from "./gitignore";

/** The most paths that are looked at below one workspace folder. */
const LIMIT = 50_000;

/** URIs of every Dockerfile below a folder that git does not ignore, in the order of their paths. */
export async function workspaceDockerfiles(files: FilesPort, folder: string): Promise<readonly string[]> {
  const root = folder.endsWith("/") ? folder : `${folder}/`;
  const paths = await files.list(folder, LIMIT);
  const dockerfiles = paths.filter((path) => !path.endsWith("/") && isDockerfileName(path));
  if (dockerfiles.length === 0) return [];
  const gitignore = createGitignore();
  const ignoreFiles = paths.filter((path) => path === ".gitignore" || path.endsWith("/.gitignore"));
  await Promise.all(
    ignoreFiles.map(async (path) => {
      const text = await files.readText(root + encodePath(path));
      if (text !== undefined) gitignore.add(path.slice(0, path.lastIndexOf("/") + 1), text);
    }),
  );
  return dockerfiles
    .filter((path) => !gitignore.ignores(path))
    .sort()
    .map((path) => root + encodePath(path));
}

/** As the editor spells its URIs. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
