import { execFile } from "node:child_process";
import { dirname } from "node:path";
import type { DockerCommandLines } from "../../../client/src/commands/command";
import { shellLines } from "../../../client/src/commands/shellQuote";

export interface Terminal {
  /** The docker program that is found first in it. */
  readonly docker: string;
  readonly host: string;
  readonly folder: string;
}

/** Pastes a copied line into a terminal: a shell reads it. Resolves to what it prints; rejects where it fails. */
export function paste(text: string, { docker, host, folder }: Terminal): Promise<string> {
  const environment = {
    PATH: `${dirname(docker)}:/usr/bin:/bin`,
    HOME: folder,
    DOCKER_CONFIG: folder,
    DOCKER_HOST: host,
  };
  return new Promise((resolve, reject) => {
    execFile(
      "/bin/sh",
      ["-c", text],
      { cwd: folder, env: environment, timeout: 60_000 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${text}\n${stdout}${stderr}`));
        else resolve(stdout);
      },
    );
  });
}

/** The same with words, which a person is to replace, replaced. */
export function pasteFilled(
  lines: DockerCommandLines,
  filled: Readonly<Record<string, string>>,
  terminal: Terminal,
): Promise<string> {
  return paste(filledLine(lines, filled), terminal);
}

/** The same where the program wants a terminal, at which a sum is typed. */
export function pasteIntoTerminal(
  lines: DockerCommandLines,
  filled: Readonly<Record<string, string>>,
  terminal: Terminal,
): Promise<string> {
  const line = shellLines([["docker", filledLine(lines, filled)]], "posix").slice("docker ".length);
  return paste(`echo 'echo typed-$((40 + 2)); exit' | script -qec ${line} /dev/null`, terminal);
}

function filledLine(lines: DockerCommandLines, filled: Readonly<Record<string, string>>): string {
  // What is replaced is never the program itself.
  const whole = lines.map((line) => line.map((word) => filled[word] ?? word) as ["docker", ...string[]]);
  return shellLines(whole, "posix");
}
