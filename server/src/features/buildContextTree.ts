import { type IgnoreFile, isIgnored, readIgnoreFile } from "../ignoreFile/ignoreFile";
import type { BuildContextFiles } from "../lint/outside";

/** The files of a build context by their folders. */
export interface BuildContextTree {
  /** What lies in a folder, by names, folders with a slash at the end; the folder is `` or ends with a slash. Ignored ones left out. */
  in(folder: string): readonly string[];
  /** The same with what is ignored. */
  allIn(folder: string): readonly string[];
}

/** Made once for each listing. */
export function buildContextTree(files: BuildContextFiles): BuildContextTree {
  const known = kept.get(files);
  if (known) return known;
  const tree = treeOf(files);
  kept.set(files, tree);
  return tree;
}

const kept = new WeakMap<BuildContextFiles, BuildContextTree>();

function treeOf({ paths, ignoreFile }: BuildContextFiles): BuildContextTree {
  const names = new Map<string, string[]>();
  for (const path of paths) {
    const slash = path.lastIndexOf("/", path.length - 2) + 1;
    const folder = path.slice(0, slash);
    const inFolder = names.get(folder);
    if (inFolder) inFolder.push(path.slice(slash));
    else names.set(folder, [path.slice(slash)]);
  }
  const ignored = readIgnoreFile(ignoreFile?.text ?? "");
  const visible = new Map<string, readonly string[]>();
  return {
    allIn: (folder) => (names.get(folder) ?? []).toSorted(),
    in(folder) {
      const known = visible.get(folder);
      if (known) return known;
      const found = (names.get(folder) ?? []).filter((name) => isVisible(folder + name, ignored)).sort();
      visible.set(folder, found);
      return found;
    },
  };
}

/** A folder that is ignored may still hold what an exception brings back, so it stays where there are exceptions. */
function isVisible(path: string, ignored: IgnoreFile): boolean {
  if (ignored.patterns.length === 0) return true;
  const isFolder = path.endsWith("/");
  if (!isIgnored(ignored, isFolder ? path.slice(0, -1) : path)) return true;
  return (
    isFolder &&
    ignored.patterns.some(({ isException, text }) => isException && text.replace(/^\//, "").startsWith(path))
  );
}
