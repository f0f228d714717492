import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { isDockerfileName } from "../../server/src/files/dockerfileNames";
import type { Measured } from "./lintContestant";
import { measureScale } from "./lintScale";
import { measureStart } from "./lintStart";
import { milliseconds, percentile, table } from "./numbers";
import { onPath } from "./onPath";

const run = promisify(execFile);
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
  const rows: string[][] = [];
  for (const contestant of ["drydock", "dockerfile-utils", "dockerfilelint"] as const)
    rows.push(row(contestant, await measure(contestant, files)));
  rows.push(["drydock lint, the program", ...(await measureProgram(files))]);
  const hadolint = onPath("hadolint");
  rows.push(
    hadolint === undefined
      ? ["hadolint", "not on PATH"]
      : ["hadolint, one process", ...(await measureHadolint(files))],
  );
  console.log(
    table(["linter", "files/s", "median ms", "p99 ms", "all of it s", "peak MB", "findings"], rows),
  );
}

function row(contestant: string, { perFile, peakBytes, findings, failures }: Measured): string[] {
  const total = perFile.reduce((sum, each) => sum + each, 0);
  return [
    contestant,
    (perFile.length / (total / 1000)).toFixed(0),
    milliseconds(percentile(perFile, 50)),
    milliseconds(percentile(perFile, 99)),
    (total / 1000).toFixed(2),
    (peakBytes / 1e6).toFixed(0),
    `${findings}${failures > 0 ? `, ${failures} files crashed it` : ""}`,
  ];
}

async function measure(contestant: string, files: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "drydock-bench-"));
  const list = join(folder, "files.json");
  writeFileSync(list, JSON.stringify(files));
  try {
    const script = join(__dirname, "lintContestant.ts");
    const { stdout } = await run(process.execPath, ["--import", "tsx", script, contestant, list], {
      cwd: root,
      maxBuffer: 1 << 28,
    });
    return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{") + 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With its start, reading the files and printing, on all cores. */
async function measureProgram(files: readonly string[]): Promise<string[]> {
  const program = join(root, "dist/cli.js");
  if (!existsSync(program)) return ["run `npm run build` first"];
  const begun = performance.now();
  await exitsWithFindings(process.execPath, [program, "lint", "-f", "json", "--no-fail", ...files]);
  const seconds = (performance.now() - begun) / 1000;
  return [(files.length / seconds).toFixed(0), "", "", seconds.toFixed(2)];
}

async function measureHadolint(files: readonly string[]): Promise<string[]> {
  const begun = performance.now();
  await exitsWithFindings("hadolint", ["--no-fail", "-f", "json", ...files]);
  const seconds = (performance.now() - begun) / 1000;
  return [(files.length / seconds).toFixed(0), "", "", seconds.toFixed(2)];
}

async function exitsWithFindings(program: string, words: readonly string[]): Promise<void> {
  try {
    await run(program, [...words], { maxBuffer: 1 << 28 });
  } catch (error) {
    // hadolint leaves with 1 where it cannot read a file as a Dockerfile; the time counts all the same.
    if ((error as { code?: unknown }).code !== 1) throw error;
  }
}
