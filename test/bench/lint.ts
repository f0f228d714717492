import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isDockerfileName } from "../../server/src/files/dockerfileNames";
import type { Measured } from "./lintContestant";
import { comparePrograms } from "./lintPrograms";
import { measureScale } from "./lintScale";
import { measureStart } from "./lintStart";
import { milliseconds, percentile, table } from "./numbers";
import { runBundled } from "./runBundled";

const root = join(__dirname, "../..");

/**
 * Compares linters in one run: every file of the fixture set, and of the folder given with `--files`, each contestant in
 * a process of its own, so that memory and warm-up are its own too.
 */
export async function benchLint(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { files: { type: "string", multiple: true } } });
  const sets = [
    { name: "fixtures", folder: join(root, "test/fixtures/dockerfiles") },
    ...(values.files ?? []).map((folder) => ({ name: folder, folder })),
  ];
  for (const { name, folder } of sets) {
    const files = dockerfilesBelow(folder);
    if (files.length === 0) throw new Error(`${folder} holds no Dockerfile.`);
    await compare(name, files);
  }
  await measureScale();
  await measureStart(join(root, "test/fixtures/dockerfiles/multiStage.Dockerfile"));
}

function dockerfilesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isDockerfileName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function compare(name: string, files: readonly string[]): Promise<void> {
  console.log(`\n${name}: ${files.length} files, in process`);
  const own = await measure("drydock", files);
  const rows = [row("drydock", own, own)];
  for (const contestant of ["dockerfile-utils", "dockerfilelint"] as const)
    rows.push(row(contestant, await measure(contestant, files), own));
  console.log(
    table(
      ["linter", "at first files/s", "files/s", "median ms", "p99 ms", "drydock is", "peak MB", "findings"],
      rows,
    ),
  );
  await comparePrograms(files);
}

function row(
  contestant: string,
  { atFirst, perFile, peakBytes, findings, failures }: Measured,
  own: Measured,
): string[] {
  const perSecond = (times: readonly number[]) => (times.length / (sum(times) / 1000)).toFixed(0);
  return [
    contestant,
    perSecond(atFirst),
    perSecond(perFile),
    milliseconds(percentile(perFile, 50)),
    milliseconds(percentile(perFile, 99)),
    `${(sum(perFile) / sum(own.perFile)).toFixed(1)}× as fast`,
    (peakBytes / 1e6).toFixed(0),
    `${findings}${failures > 0 ? `, ${failures} files crashed it` : ""}`,
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

async function measure(contestant: string, files: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "drydock-bench-"));
  const list = join(folder, "files.json");
  writeFileSync(list, JSON.stringify(files));
  try {
    return await runBundled("lintContestant.ts", contestant, list);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
