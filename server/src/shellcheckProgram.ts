import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ShellCheckComment } from "./lint/shellcheckProblems";
import type { ShellDialect } from "./lint/shellcheckScripts";

/**
 * Runs ShellCheck on scripts of one dialect and gives what it says of each, in their order. Undefined where there is no
 * such program. Rejects where it fails.
 */
export type RunShellCheck = (
  program: string,
  dialect: ShellDialect,
  scripts: readonly string[],
) => Promise<readonly (readonly ShellCheckComment[])[] | undefined>;

/** Few enough that the names fit on any system's command line. */
const FILES_PER_PROCESS = 100;
const LONGEST_RUN_MS = 60_000;

/** Looks once whether a program is there, before it writes anything for it. */
export function createShellCheckRunner(): RunShellCheck {
  const found = new Set<string>();
  return async (program, dialect, scripts) => {
    // Most machines have none, and no folder is to be left behind on them should the server be killed meanwhile.
    if (!found.has(program) && (await run(program, ["--version"], tmpdir())) === undefined) return undefined;
    found.add(program);
    return runOn(program, dialect, scripts);
  };
}

/** One process for up to a hundred scripts, which it reads from a folder of their own. */
const runOn: RunShellCheck = async (program, dialect, scripts) => {
  // Scripts may hold what others should not read; mkdtemp gives a folder that is this user's alone.
  const folder = await mkdtemp(join(tmpdir(), "drydock-shellcheck-"));
  // The server may be told to end while ShellCheck runs; then nobody comes back to the last lines here.
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeNow);
  try {
    const found: ShellCheckComment[][] = [];
    for (let first = 0; first < scripts.length; first += FILES_PER_PROCESS) {
      const share = scripts.slice(first, first + FILES_PER_PROCESS);
      const names = share.map((_, index) => `${index}.sh`);
      await Promise.all(share.map((text, index) => writeFile(join(folder, `${index}.sh`), text)));
      const output = await run(program, [...wordsFor(dialect), ...names], folder);
      if (output === undefined) return undefined;
      found.push(...byFile(output, names));
    }
    return found;
  } finally {
    process.off("exit", removeNow);
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * `--norc`: the person's own file would make a script's answer differ from machine to machine. Left out are what a
 * Dockerfile can't follow (SC1090, SC1091: files that are sourced) and what is not true of it (SC2187: ash).
 */
function wordsFor(dialect: ShellDialect): string[] {
  return ["--norc", "--format=json1", `--shell=${dialect}`, "--exclude=SC1090,SC1091,SC2187", "--"];
}

/** Undefined where there is no such program. It leaves with 1 where it found something. */
function run(program: string, words: readonly string[], folder: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, timeout: LONGEST_RUN_MS, maxBuffer: 1 << 26, windowsHide: true };
    execFile(program, [...words], options, (error, stdout, stderr) => {
      if (!error || error.code === 1) resolve(stdout);
      else if (error.code === "ENOENT") resolve(undefined);
      else reject(new Error(`ShellCheck failed: ${stderr.trim() || error.message}`));
    });
  });
}

function byFile(output: string, names: readonly string[]): ShellCheckComment[][] {
  const { comments }: { comments: (ShellCheckComment & { file: string })[] } = JSON.parse(output);
  const lists = new Map<string, ShellCheckComment[]>(names.map((name) => [name, []]));
  for (const comment of comments) lists.get(comment.file)?.push(comment);
  return names.map((name) => lists.get(name) ?? []);
}
