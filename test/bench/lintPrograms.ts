import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./numbers";
import { onPath } from "./onPath";

const root = join(__dirname, "../..");

/** Whole programs on all files at once, with their start, reading the files and printing. */
export async function comparePrograms(files: readonly string[]): Promise<void> {
  console.log(`\n${files.length} files given to one program`);
  const cli = join(root, "dist/cli.js");
  if (!existsSync(cli)) throw new Error("Run `npm run build` first: dist/cli.js is not there.");
  const options = ["--no-fail", "-f", "json", ...files];
  const own = await runProgram(process.execPath, [cli, "lint", ...options]);
  const hadolint = onPath("hadolint");
  const other = hadolint === undefined ? undefined : await runProgram(hadolint, options);
  const row = (name: string, { seconds, peakMegabytes }: Run) => [
    name,
    (files.length / seconds).toFixed(0),
    seconds.toFixed(2),
    `${(seconds / own.seconds).toFixed(1)}× as fast`,
    peakMegabytes === undefined ? "–" : peakMegabytes.toFixed(0),
  ];
  console.log(
    table(
      ["program", "files/s", "all of it s", "drydock is", "peak MB"],
      [row("drydock lint", own), other ? row("hadolint", other) : ["hadolint", "not on PATH"]],
    ),
  );
}

interface Run {
  readonly seconds: number;
  /** Undefined where the system does not tell. */
  readonly peakMegabytes: number | undefined;
}

async function runProgram(program: string, words: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(program, [...words], { stdio: "ignore" });
  let peakMegabytes: number | undefined;
  // The system keeps the peak, and forgets it when the program ends.
  const timer = setInterval(() => {
    peakMegabytes = peakOf(child.pid) ?? peakMegabytes;
  }, 10);
  try {
    const [code] = await once(child, "exit");
    // hadolint leaves with 1 where it cannot read a file as a Dockerfile; the time counts all the same.
    if (code !== 0 && code !== 1) throw new Error(`${program} ended with ${code}.`);
  } finally {
    clearInterval(timer);
  }
  return { seconds: (performance.now() - begun) / 1000, peakMegabytes };
}

function peakOf(pid: number | undefined): number | undefined {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return undefined;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(path, "utf8")) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
}
