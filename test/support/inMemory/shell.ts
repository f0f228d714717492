import { setTimeout as sleep } from "node:timers/promises";
import type { FileChange } from "../../../client/src/engine/container";
import type { LogChunk } from "../../../client/src/engine/engine";

/** What a program can reach. */
export interface Surroundings {
  write(source: LogChunk["source"], text: string): void;
  readonly changes: Map<string, FileChange["kind"]>;
  /** Fires when the program is killed. */
  readonly signal: AbortSignal;
  /** Resolves at once, or when a paused container goes on. */
  unpaused(): Promise<void>;
}

/**
 * Runs a command as the smallest of shells would: `echo` (also `>&2`), `sleep`, `touch`, `rm`, `true`, `false`,
 * `exit`, and `sh -c` with these, parted by `;` or `&&`. Resolves to the exit code.
 */
export async function runProgram(command: readonly string[], surroundings: Surroundings): Promise<number> {
  const [program = "", ...words] = command;
  await surroundings.unpaused();
  switch (program.replace(/^\/(?:usr\/)?bin\//, "")) {
    case "sh":
      return words[0] === "-c" ? runScript(words[1] ?? "", surroundings) : 0;
    case "echo":
      return echo(words, surroundings);
    case "sleep":
      await sleep(Number(words[0]) * 1000, undefined, { signal: surroundings.signal });
      return 0;
    case "touch":
      for (const path of words) surroundings.changes.set(path, "added");
      return 0;
    case "rm":
      for (const path of words) remove(path, surroundings.changes);
      return 0;
    case "true":
    case "trap":
      return 0;
    case "false":
      return 1;
    default:
      surroundings.write("stderr", `sh: ${program}: not found\n`);
      return 127;
  }
}

async function runScript(script: string, surroundings: Surroundings): Promise<number> {
  let exitCode = 0;
  for (const { statement, needs } of statementsOf(script)) {
    if (needs === "success" && exitCode !== 0) continue;
    const words = wordsOf(statement);
    if (words[0] === "exit") return Number(words[1] ?? exitCode);
    exitCode = await runProgram(words, surroundings);
  }
  return exitCode;
}

function statementsOf(script: string): { statement: string; needs: "nothing" | "success" }[] {
  return script
    .split(/;|\n/)
    .flatMap((line) =>
      line
        .split("&&")
        .map(
          (statement, index) =>
            ({ statement: statement.trim(), needs: index === 0 ? "nothing" : "success" }) as const,
        ),
    )
    .filter(({ statement }) => statement !== "");
}

function wordsOf(statement: string): string[] {
  return (statement.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/s, "$2"));
}

function echo(words: readonly string[], { write }: Surroundings): number {
  const source = words.at(-1) === ">&2" ? "stderr" : "stdout";
  const said = source === "stderr" ? words.slice(0, -1) : words;
  const line = said[0] === "-n" ? said.slice(1).join(" ") : `${said.join(" ")}\n`;
  write(source, line);
  return 0;
}

/** A file that the container itself made leaves no trace when it goes. */
function remove(path: string, changes: Map<string, FileChange["kind"]>): void {
  if (changes.get(path) === "added") changes.delete(path);
  else changes.set(path, "deleted");
}
