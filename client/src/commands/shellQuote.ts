import type { DockerCommandLine, DockerCommandLines } from "./command";

export type Shell = "posix" | "powershell";

/** One line that a person can paste into that shell and that means exactly these arguments. */
export function shellLine(line: DockerCommandLine, shell: Shell): string {
  return line
    .map((argument) => (shell === "posix" ? quotePosix(argument) : quotePowerShell(argument)))
    .join(" ");
}

/** Several as one: where the shell can say so, each runs only if the one before went well. */
export function shellLines(lines: DockerCommandLines, shell: Shell): string {
  // Windows' own PowerShell has no `&&`.
  return lines.map((line) => shellLine(line, shell)).join(shell === "posix" ? " && " : "; ");
}

/**
 * Leaves bare only what no POSIX shell, nor zsh or fish, reads as more than a letter. A leading `=` is a command's path
 * in zsh, a leading `~` a home folder; neither is in the bare set at that place.
 */
function quotePosix(argument: string): string {
  if (/^[\w./:@%+-][\w./:@%+=,-]*$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", `'\\''`)}'`;
}

/**
 * PowerShell takes the typographic quotes U+2018 to U+201B for the straight one, so all are doubled. A comma makes
 * an array, `@` splats, a leading digit with a suffix is a number, `-x:y` and `-x.y` are split in two.
 * A double quote inside an argument reaches a program unharmed from PowerShell 7.3 on.
 */
function quotePowerShell(argument: string): string {
  if (/^(?:--?)?[A-Za-z_/][\w/]*$/.test(argument) || /^[A-Za-z_/][\w./:\\-]*$/.test(argument))
    return argument;
  return `'${argument.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
