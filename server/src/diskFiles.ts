import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { unlistedFolders } from "./files/unlistedFolders";
import type { FilesPort } from "./ports";

/** Files on this machine's disk. Answers "nothing" for URIs of other schemes and for what can't be read. */
export function diskFiles(): FilesPort {
  return {
    async readText(uri) {
      if (!uri.startsWith("file:")) return undefined;
      return readFile(fileURLToPath(uri), "utf8").catch(() => undefined);
    },
    async list(uri, limit) {
      if (!uri.startsWith("file:")) return [];
      const root = fileURLToPath(uri);
      const found: string[] = [];
      // Breadth first, so that a limit cuts off what is deepest.
      const waiting = [root];
      for (
        let folder = waiting.shift();
        folder !== undefined && found.length < limit;
        folder = waiting.shift()
      ) {
        const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
          if (found.length >= limit) break;
          const path = join(folder, entry.name);
          const name = relative(root, path).split(sep).join("/");
          if (entry.isDirectory() && !unlistedFolders.has(entry.name)) waiting.push(path);
          found.push(entry.isDirectory() ? `${name}/` : name);
        }
      }
      return found;
    },
    async sizes(uri, paths) {
      if (!uri.startsWith("file:")) return paths.map(() => undefined);
      const root = fileURLToPath(uri);
      const found: (number | undefined)[] = [];
      // A handful at a time: the disk answers no faster when it is asked ten thousand things at once.
      for (let start = 0; start < paths.length; start += AT_ONCE) {
        const some = paths.slice(start, start + AT_ONCE).map((path) => sizeOf(join(root, path)));
        found.push(...(await Promise.all(some)));
      }
      return found;
    },
  };
}

const AT_ONCE = 64;

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}
