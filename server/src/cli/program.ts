import { existsSync } from "node:fs";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { version } from "../../../package.json";
import type { ExitCode, Process } from "./process";
import { terminalText } from "./terminalText";
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
        here.complain((command === undefined ? "" : `${noCommand(command)}\n\n`) + usage);
        return 2;
      }
    }
  } catch (error) {
    here.complain(`${error instanceof UsageError ? terminalText(error.message) : describe(error)}\n`);
    return 2;
  }
}

/** Hadolint is given files right away. */
function noCommand(word: string): string {
  const isFile = existsSync(word) || /^-./.test(word);
  const hint = isFile ? ` Did you mean "drydock lint ${terminalText(word)}"?` : "";
  return `There is no command "${terminalText(word)}".${hint}`;
}

/** In a further thread: lints its share and answers. */
async function work(): Promise<void> {
  const { lintBatch } = await import("./lintBatch");
  parentPort?.postMessage(await lintBatch(workerData));
}

function describe(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Something went wrong in Drydock itself. ${trace.split("\n").map(terminalText).join("\n")}`;
}

if (isMainThread) {
  let isLost = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader such as `head` may stop before all is written: that is no failure.
    if (error.code === "EPIPE") return;
    isLost = true;
    process.exitCode = 2;
    process.stderr.write(`The findings could not be written: ${error.message}\n`);
  });
  void main(process.argv.slice(2)).then((code) => {
    // Not process.exit: what is still to be written to a pipe would be lost.
    if (!isLost) process.exitCode = code;
  });
} else void work();
