import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { milliseconds, percentile, table } from "./numbers";
import { onPath } from "./onPath";

const root = join(__dirname, "../..");
const RUNS = 15;

/** One file, a new process each time: what a pre-commit hook or an editor without a server pays. */
export async function measureStart(file: string): Promise<void> {
  console.log(`\nOne file from a cold start, ${RUNS} times`);
  const cli = join(root, "dist/cli.js");
  const contestants = [
    { name: "node itself", program: process.execPath, words: ["-e", "0"] },
    ...(existsSync(cli)
      ? [{ name: "drydock lint", program: process.execPath, words: [cli, "lint", file] }]
      : []),
    {
      name: "dockerfile-utils lint",
      program: process.execPath,
      words: [join(root, "node_modules/dockerfile-utils/bin/dockerfile-utils"), "lint", file],
    },
    {
      name: "dockerfilelint",
      program: process.execPath,
      words: [join(root, "node_modules/dockerfilelint/bin/dockerfilelint"), file],
    },
    ...(onPath("hadolint") ? [{ name: "hadolint", program: "hadolint", words: [file] }] : []),
  ];
  const rows = contestants.map(({ name, program, words }) => {
    const times = Array.from({ length: RUNS }, () => {
      const begun = performance.now();
      spawnSync(program, words, { stdio: "ignore" });
      return performance.now() - begun;
    });
    return [name, milliseconds(percentile(times, 50)), milliseconds(Math.min(...times))];
  });
  console.log(table(["program", "median ms", "best ms"], rows));
}
