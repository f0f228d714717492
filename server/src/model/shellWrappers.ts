/** A command that runs the command given in its own words. */
export interface ShellWrapper {
  /** Options that take the next word as their value. */
  readonly optionsWithValue: readonly string[];
  /** Options with which it tells about a command and does not run it. */
  readonly optionsThatAsk?: readonly string[];
  /** Words of its own between its options and the command, such as timeout's duration. */
  readonly operands: number;
  /** `NAME=value` words may stand before the command. */
  readonly takesAssignments: boolean;
}

const plain: ShellWrapper = { optionsWithValue: [], operands: 0, takesAssignments: false };

export const shellWrappers: ReadonlyMap<string, ShellWrapper> = new Map(
  Object.entries({
    sudo: {
      optionsWithValue: [
        "-u",
        "-g",
        "-h",
        "-p",
        "-C",
        "-r",
        "-t",
        "-T",
        "-U",
        "-D",
        "-R",
        "--user",
        "--group",
        "--host",
        "--prompt",
        "--chdir",
      ],
      operands: 0,
      takesAssignments: true,
    },
    doas: { ...plain, optionsWithValue: ["-u", "-C"] },
    env: { optionsWithValue: ["-u", "-C", "-S", "--unset", "--chdir"], operands: 0, takesAssignments: true },
    exec: { ...plain, optionsWithValue: ["-a"] },
    command: { ...plain, optionsThatAsk: ["-v", "-V"] },
    builtin: plain,
    nohup: plain,
    setsid: plain,
    eatmydata: plain,
    fakeroot: plain,
    chronic: plain,
    unbuffer: plain,
    catchsegv: plain,
    time: { ...plain, optionsWithValue: ["-f", "-o", "--format", "--output"] },
    nice: { ...plain, optionsWithValue: ["-n", "--adjustment"] },
    ionice: { ...plain, optionsWithValue: ["-c", "-n", "-p", "--class", "--classdata"] },
    stdbuf: { ...plain, optionsWithValue: ["-i", "-o", "-e", "--input", "--output", "--error"] },
    timeout: { ...plain, optionsWithValue: ["-k", "-s", "--kill-after", "--signal"], operands: 1 },
    gosu: { ...plain, operands: 1 },
    "su-exec": { ...plain, operands: 1 },
    xargs: {
      ...plain,
      optionsWithValue: [
        "-a",
        "-d",
        "-E",
        "-I",
        "-L",
        "-n",
        "-P",
        "-s",
        "--arg-file",
        "--delimiter",
        "--max-args",
        "--max-procs",
        "--max-lines",
      ],
    },
  }),
);

/** Shells whose scripts are read as bash is. */
export const readableShells: ReadonlySet<string> = new Set([
  "sh",
  "bash",
  "ash",
  "dash",
  "ksh",
  "mksh",
  "zsh",
  "busybox",
]);
