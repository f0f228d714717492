import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { version } from "../../../package.json";
import type { ExitCode, Process } from "./process";
import { UsageError } from "./usageError";

/** The `drydock` program. Each command is loaded when it is asked for, since starting is most of what one file takes. */
async function main(words: readonly string[]): Promise<ExitCode> {
  const [command, ...rest] = words;
  const here: Process = {
    directory: process.cwd(),
    environment: process.env,
    program: __filename,
    isTerminal: process.stdout.isTTY === true,
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  };
  try {
    switch (command) {
      case "lint": {
        const { lintCommand } = await import("./lintCommand");
        return await lintCommand(rest, here);
      }
      case "format": {
        const { formatCommand } = await import("./formatCommand");
        return await formatCommand(rest, here);
      }
      case "--version":
      case "-v":
        here.print(`${version}\n`);
        return 0;
      case "help":
      case "--help":
      case "-h": {
        const { usage } = await import("./usage");
        here.print(usage);
        return 0;
      }
      default: {
        const { usage } = await import("./usage");
        const told = command === undefined ? "" : `There is no command "${command}".\n\n`;
        here.complain(told + usage);
        return 2;
      }
    }
  } catch (error) {
    here.complain(error instanceof UsageError ? `${error.message}\n` : `${describe(error)}\n`);
    return 2;
  }
}

/** In a further thread: lints its share and answers. */
async function work(): Promise<void> {
  const { lintBatch } = await import("./lintBatch");
  parentPort?.postMessage(await lintBatch(workerData));
}

function describe(error: unknown): string {
  return `Something went wrong in Drydock itself. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

if (isMainThread) {
  // A reader such as `head` may stop before all is written: that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  void main(process.argv.slice(2)).then((code) => {
    // Not process.exit: what is still to be written to a pipe would be lost.
    process.exitCode = code;
  });
} else void work();
