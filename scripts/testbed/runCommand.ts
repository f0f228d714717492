import { execFile } from "node:child_process";
import { atExit } from "./atExit";

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
  /** "finish" for what must not be broken off when we are ended. */
  atOurEnd?: "stop" | "finish";
}

/** Runs a command to its end and gives its standard output; its failure says what it printed. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { input, cwd, env, atOurEnd = "stop" } = options;
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { cwd, env: env ?? process.env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        forget();
        if (error === null) return resolve(stdout);
        const said = [stdout, stderr].join("\n").trim().split("\n").slice(-60).join("\n");
        reject(new Error(`${command} ${args.join(" ")} failed:\n${said || error.message}`, { cause: error }));
      },
    );
    const forget = atOurEnd === "stop" ? atExit(() => void child.kill()) : () => undefined;
    if (input !== undefined) child.stdin?.end(input);
  });
}
