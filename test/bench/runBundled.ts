import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const root = join(__dirname, "../..");

/**
 * Runs a script of this folder in a process of its own, as one file, as what we ship is: loaded one by one and compiled on
 * the way, functions carry names that cost time. Resolves to what the script says in JSON on its last line.
 */
export async function runBundled<Said>(script: string, ...words: readonly string[]): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), "drydock-bench-"));
  try {
    const outfile = join(folder, "script.cjs");
    await build({
      absWorkingDir: root,
      entryPoints: [join(__dirname, script)],
      bundle: true,
      platform: "node",
      outfile,
      logLevel: "error",
    });
    const { stdout } = await run(process.execPath, [outfile, ...words], { maxBuffer: 1 << 28 });
    return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
