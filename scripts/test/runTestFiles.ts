import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../testbed/projectFolders";
import type { Outcome } from "./outcome";

/** Runs test files with Node's own runner, shows its report and counts what came of them. */
export async function runTestFiles(files: string[], concurrency: number): Promise<Omit<Outcome, "seconds">> {
  const folder = mkdtempSync(join(tmpdir(), "drydock-test-"));
  const tap = join(folder, "report.tap");
  const args = [
    ...["--import", "tsx", "--import", join(projectFolder, "test", "support", "propertySeed.ts")],
    ...["--test", `--test-concurrency=${concurrency}`],
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    // The same again in a form that states its totals.
    ...["--test-reporter=tap", `--test-reporter-destination=${tap}`],
    ...files,
  ];
  try {
    const code = await runNode(args);
    const outcome = totals(readFileSync(tap, "utf8"));
    // A run that died has no failed test to show for it.
    if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runNode(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    // Under a test runner of its own, Node would report to that one and not to us.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: "inherit", env });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    // The tests end what they have started; we wait for that and then report.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, pass);
    child.once("error", reject);
    child.once("exit", (code) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

function totals(tap: string): Omit<Outcome, "seconds"> {
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  return {
    passed: count("pass"),
    failed: count("fail") + count("cancelled"),
    skipped: count("skipped") + count("todo"),
  };
}
