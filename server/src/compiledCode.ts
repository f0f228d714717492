import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";

/**
 * Runs a CommonJS file with the machine code that an earlier run left behind: compiling is a third of the time that
 * linting one file takes, and of the time until a server's first answer. Node 22.8 and newer do it themselves; for
 * older ones it is kept below the user's cache folder.
 */
export function runCompiled(file: string): void {
  const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
  const load = createRequire(file);
  if (enableCompileCache) {
    enableCompileCache();
    load(file);
    return;
  }
  const store = storeFor(file);
  const source = readFileSync(file, "utf8");
  const cachedData = store && read(store);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, load, loaded, file, dirname(file));
  if (!store || (cachedData && !script.cachedDataRejected)) return;
  // At the end, so that it holds what was compiled on the way too; after real work, so that all of it was.
  process.once("exit", (code) => {
    if (code !== 2 && !process.argv.some((word) => answersOnly.test(word)))
      write(store, kindOf(file), script.createCachedData());
  });
}

/** Options that print something and lint nothing. */
const answersOnly = /^(?:-h|-v|help|--(?:help|version|list-rules|explain.*))$/;

/** Undefined where the user has no folder for it. V8 itself refuses what another version of it made. */
function storeFor(file: string): string | undefined {
  const cache = process.env["XDG_CACHE_HOME"] || (process.env["LOCALAPPDATA"] ?? join(homedir(), ".cache"));
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts || cache === "") return undefined;
  return join(
    cache,
    "drydock",
    `${kindOf(file)}${process.version}-${facts.size}-${Math.round(facts.mtimeMs)}.bin`,
  );
}

function read(store: string): Buffer | undefined {
  try {
    return readFileSync(store);
  } catch {
    // The first run has none.
    return undefined;
  }
}

/** What the files kept for this program begin with, whatever its version. */
function kindOf(file: string): string {
  return `${basename(file, ".js")}-`;
}

function write(store: string, kind: string, data: Buffer): void {
  const unfinished = `${store}.${process.pid}`;
  try {
    const folder = dirname(store);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // What earlier versions left is of no use any more.
    for (const name of readdirSync(folder))
      if (name.startsWith(kind)) rmSync(join(folder, name), { force: true });
    // Another run must not read half of it.
    writeFileSync(unfinished, data, { mode: 0o600 });
    renameSync(unfinished, store);
  } catch {
    // A home that can't be written to costs time at the next run, and nothing else.
    rmSync(unfinished, { force: true });
  }
}
