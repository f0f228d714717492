import type { Stats } from "node:fs";
import { lstat, readdir, readlink } from "node:fs/promises";
import { join, sep } from "node:path";
import { isIgnored } from "../../../../server/src/ignoreFile/ignoreFile";
import { contextError } from "./contextError";
import { type IgnorePatterns, mayBringBackBelow } from "./ignorePatterns";

/** One file, folder or symbolic link of the build context. */
export interface ContextEntry {
  /** Relative to the build context, with slashes. */
  readonly path: string;
  readonly file: string;
  readonly stat: Stats;
  /** Where a symbolic link points, as it is written; links are sent as links and never followed. */
  readonly linkTarget: string | undefined;
}

/** What to leave out, asked once per path, folders before what they hold. */
export interface ContextFilter {
  readonly ignore: IgnorePatterns;
  /** Leaves out whatever it is false for, folders with all that they hold. */
  readonly wants?: (path: string) => boolean;
}

/**
 * Walks a build context in the order of its paths' bytes, each folder before what it holds. A folder that is ignored
 * as a whole is never opened; one that is ignored but holds an exception comes before that exception. Sockets, pipes
 * and devices are left out, as opening them might wait for ever. Throws an EngineError for what cannot be read.
 */
export async function* contextFiles(
  root: string,
  { ignore, wants = () => true }: ContextFilter,
): AsyncGenerator<ContextEntry> {
  async function* walk(folder: string, heldBack: readonly ContextEntry[]): AsyncGenerator<ContextEntry> {
    let waiting = heldBack;
    for (const { entry, ignored } of await entriesOf(folder)) {
      const isFolder = entry.stat.isDirectory();
      if (!ignored) {
        yield* waiting;
        waiting = [];
        yield entry;
        if (isFolder) yield* walk(entry.path, []);
      } else if (isFolder) {
        for await (const found of walk(entry.path, [...waiting, entry])) {
          waiting = [];
          yield found;
        }
      }
    }
  }

  async function entriesOf(folder: string) {
    const wanted: { path: string; ignored: boolean }[] = [];
    for (const name of await namesIn(folder)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (!wants(path)) continue;
      const ignored = isIgnored(ignore, path);
      if (!ignored || mayBringBackBelow(ignore, path)) wanted.push({ path, ignored });
    }
    const entries = await Promise.all(
      wanted.map(async ({ path, ignored }) => ({ entry: await entryAt(root, path), ignored })),
    );
    return entries.filter(
      ({ entry: { stat } }) => stat.isFile() || stat.isDirectory() || stat.isSymbolicLink(),
    );
  }

  async function namesIn(folder: string): Promise<string[]> {
    try {
      return sortByBytes(await readdir(join(root, folder)));
    } catch (error) {
      throw contextError(folder === "" ? root : folder, error);
    }
  }

  yield* walk("", []);
}

export async function entryAt(root: string, path: string): Promise<ContextEntry> {
  const file = join(root, path);
  try {
    const stat = await lstat(file);
    const linkTarget = stat.isSymbolicLink() ? withSlashes(await readlink(file)) : undefined;
    return { path, file, stat, linkTarget };
  } catch (error) {
    throw contextError(path, error);
  }
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

/** BuildKit refuses paths out of order. JavaScript's own order differs where characters beyond U+FFFF are involved. */
function sortByBytes(names: string[]): string[] {
  if (!names.some((name) => /[\ud800-\uffff]/.test(name))) return names.sort();
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
