import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatCommand } from "../../../server/src/cli/formatCommand";
import { lintCommand } from "../../../server/src/cli/lintCommand";
import type { ExitCode, Process } from "../../../server/src/cli/process";
import { UsageError } from "../../../server/src/cli/usageError";

export interface ProgramRun {
  readonly code: ExitCode;
  readonly output: string;
  readonly complaints: string;
}

export interface Folder {
  readonly path: string;
  /** `drydock lint` with these words, in this folder or another. */
  lint(words: readonly string[], environment?: NodeJS.ProcessEnv, directory?: string): Promise<ProgramRun>;
  format(words: readonly string[]): Promise<ProgramRun>;
  write(files: Readonly<Record<string, string>>): void;
}

/** Hands a fresh folder with these files to the test and takes it away afterwards. */
export async function inFolder(
  files: Readonly<Record<string, string>>,
  use: (folder: Folder) => Promise<void>,
): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), "drydock-cli-"));
  const write: Folder["write"] = (contents) => {
    for (const [name, text] of Object.entries(contents)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  try {
    await use({
      path,
      write,
      lint: (words, environment, directory = path) => run(lintCommand, directory, words, environment),
      format: (words) => run(formatCommand, path, words),
    });
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

async function run(
  command: (words: readonly string[], process: Process) => Promise<ExitCode>,
  directory: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ProgramRun> {
  let output = "";
  let complaints = "";
  try {
    const code = await command(words, {
      directory,
      environment,
      program: "",
      isTerminal: false,
      print: (text) => {
        output += text;
      },
      complain: (text) => {
        complaints += text;
      },
    });
    return { code, output, complaints };
  } catch (error) {
    if (error instanceof UsageError) return { code: 2, output, complaints: `${error.message}\n` };
    throw error;
  }
}
