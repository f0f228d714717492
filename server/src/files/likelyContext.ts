import { isDockerfileName } from "./dockerfileNames";
import type { Listing } from "./listing";

/**
 * Which of some folders, the likeliest first, a Dockerfile is built from: the one that has most of what it copies. A
 * Dockerfile in a folder of its own is often built from one further up, so its sources tell.
 */
export function likelyContext(
  folders: readonly [string, ...string[]],
  sources: readonly string[],
  isThere: (folder: string, source: string) => boolean,
): string {
  let [best] = folders;
  let most = -1;
  for (const folder of folders) {
    const found = sources.filter((source) => isThere(folder, source)).length;
    if (found > most) [best, most] = [folder, found];
    if (found === sources.length) break;
  }
  return best;
}

/**
 * Whether a folder has nothing that a build could take, just Dockerfiles and what goes with them: then the files lie
 * elsewhere, or are yet to be written, and nothing is known of them.
 */
export function holdsNothingToCopy({ paths }: Listing): boolean {
  for (const path of paths) if (!path.endsWith("/") && !goesWithDockerfiles(path)) return false;
  return true;
}

function goesWithDockerfiles(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (
    isDockerfileName(name) ||
    /(?:^\.git\w*|ignore|\.md|^\.hadolint\.ya?ml|^(?:docker-)?compose[\w.-]*\.ya?ml|^docker-bake\.\w+|^licen[cs]e[\w.]*)$/i.test(
      name,
    )
  );
}
