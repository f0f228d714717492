/** A shell that SHELL may name, or that a RUN heredoc may start. */
export interface Shell {
  /** Programs as they are called, without a directory or `.exe`. */
  readonly names: readonly string[];
  readonly family: "posix" | "bash" | "fish" | "csh" | "powershell" | "cmd" | "other";
  readonly does: string;
  /** The whole instruction, best practice included. */
  readonly instruction: string;
  /** Whether `set -o pipefail` exists in it. */
  readonly pipefail: boolean;
}

/** Offered in this order. */
export const shells: readonly Shell[] = [
  {
    names: ["bash"],
    family: "bash",
    does: "The shell that most people know. Debian, Ubuntu and Fedora have it, Alpine and slim tools do not.",
    instruction: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    pipefail: true,
  },
  {
    names: ["ash"],
    family: "posix",
    does: "BusyBox's shell, which is `/bin/sh` on Alpine.",
    instruction: 'SHELL ["/bin/ash", "-eo", "pipefail", "-c"]',
    pipefail: true,
  },
  {
    names: ["sh"],
    family: "posix",
    does: "The standard shell: dash on Debian and Ubuntu, BusyBox on Alpine, bash on Fedora.",
    instruction: 'SHELL ["/bin/sh", "-eu", "-c"]',
    pipefail: false,
  },
  {
    names: ["dash"],
    family: "posix",
    does: "The small, fast standard shell of Debian and Ubuntu.",
    instruction: 'SHELL ["/bin/dash", "-eu", "-c"]',
    pipefail: false,
  },
  {
    names: ["zsh"],
    family: "bash",
    does: "A shell like bash with more comfort; you have to install it.",
    instruction: 'SHELL ["/bin/zsh", "-o", "pipefail", "-c"]',
    pipefail: true,
  },
  {
    names: ["ksh", "mksh"],
    family: "bash",
    does: "The Korn shell; you have to install it.",
    instruction: 'SHELL ["/bin/ksh", "-o", "pipefail", "-c"]',
    pipefail: true,
  },
  {
    names: ["fish"],
    family: "fish",
    does: "A friendly shell with a language of its own; you have to install it.",
    instruction: 'SHELL ["/usr/bin/fish", "-c"]',
    pipefail: false,
  },
  {
    names: ["csh", "tcsh"],
    family: "csh",
    does: "The C shell, with a language of its own.",
    instruction: 'SHELL ["/bin/tcsh", "-c"]',
    pipefail: false,
  },
  {
    names: ["pwsh"],
    family: "powershell",
    does: "PowerShell 7, on Linux and on Windows.",
    instruction: `SHELL ["pwsh", "-Command", "$ErrorActionPreference = 'Stop';"]`,
    pipefail: false,
  },
  {
    names: ["powershell"],
    family: "powershell",
    does: "Windows PowerShell.",
    instruction: `SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]`,
    pipefail: false,
  },
  {
    names: ["cmd"],
    family: "cmd",
    does: "The command prompt of Windows, which is the default there.",
    instruction: 'SHELL ["cmd", "/S", "/C"]',
    pipefail: false,
  },
];

/** What runs shell forms where nobody said SHELL. */
export const defaultShell: Readonly<Record<"linux" | "windows", readonly string[]>> = {
  linux: ["/bin/sh", "-c"],
  windows: ["cmd", "/S", "/C"],
};

/** The shell of a program path such as `/bin/bash` or `C:\\…\\powershell.exe`; undefined for another program. */
export function shellOfProgram(path: string): Shell | undefined {
  const name = path
    .replace(/^.*[/\\]/, "")
    .replace(/\.exe$/i, "")
    .toLowerCase();
  return shells.find(({ names }) => names.includes(name));
}
