/** A signal on Linux, with its number on x86 and ARM. */
export interface Signal {
  /** With `SIG`. */
  readonly name: string;
  readonly number: number;
  readonly does: string;
}

/** By number. Real-time signals are names of their own: `SIGRTMIN+3`, see `signalNumber`. */
export const signals: readonly Signal[] = [
  { name: "SIGHUP", number: 1, does: "Hang up; many servers read their configuration again." },
  { name: "SIGINT", number: 2, does: "Interrupt, as Ctrl+C sends." },
  { name: "SIGQUIT", number: 3, does: "Quit; nginx and PHP-FPM finish the requests they have and stop." },
  { name: "SIGILL", number: 4, does: "An illegal instruction." },
  { name: "SIGTRAP", number: 5, does: "A debugger's trap." },
  { name: "SIGABRT", number: 6, does: "The program gave up by itself." },
  { name: "SIGBUS", number: 7, does: "A bad access to memory." },
  { name: "SIGFPE", number: 8, does: "An arithmetic error." },
  { name: "SIGKILL", number: 9, does: "Ends the program at once; it cannot be caught, so nothing is saved." },
  { name: "SIGUSR1", number: 10, does: "Whatever the program makes of it." },
  { name: "SIGSEGV", number: 11, does: "An access to memory that is not the program's." },
  { name: "SIGUSR2", number: 12, does: "Whatever the program makes of it." },
  { name: "SIGPIPE", number: 13, does: "The reader of a pipe is gone." },
  { name: "SIGALRM", number: 14, does: "A timer ran out." },
  { name: "SIGTERM", number: 15, does: "Please stop. The default." },
  { name: "SIGSTKFLT", number: 16, does: "Not used." },
  { name: "SIGCHLD", number: 17, does: "A child process stopped." },
  { name: "SIGCONT", number: 18, does: "Go on after a stop." },
  { name: "SIGSTOP", number: 19, does: "Pause; it cannot be caught." },
  { name: "SIGTSTP", number: 20, does: "Pause, as Ctrl+Z sends." },
  { name: "SIGTTIN", number: 21, does: "Reading from the terminal in the background." },
  { name: "SIGTTOU", number: 22, does: "Writing to the terminal in the background." },
  { name: "SIGURG", number: 23, does: "Urgent data on a socket." },
  { name: "SIGXCPU", number: 24, does: "Too much processor time." },
  { name: "SIGXFSZ", number: 25, does: "Too large a file." },
  { name: "SIGVTALRM", number: 26, does: "A timer of processor time ran out." },
  { name: "SIGPROF", number: 27, does: "A profiling timer ran out." },
  { name: "SIGWINCH", number: 28, does: "The window changed its size; Apache takes it as a graceful stop." },
  { name: "SIGIO", number: 29, does: "Input or output is possible." },
  { name: "SIGPWR", number: 30, does: "The power fails." },
  { name: "SIGSYS", number: 31, does: "A bad system call." },
];

/** Other names that the builder takes for the same numbers. */
export const signalAliases: Readonly<Record<string, string>> = {
  SIGCLD: "SIGCHLD",
  SIGIOT: "SIGABRT",
  SIGPOLL: "SIGIO",
};

/** The builder's library counts real-time signals from 34: https://github.com/moby/sys/blob/main/signal/signal_linux.go */
const lowestRealTime = 34;
const highestRealTime = 64;
const realTime = /^SIGRT(?:MIN(?:\+(\d{1,2}))?|MAX(?:-(\d{1,2}))?)$/;

const byName: ReadonlyMap<string, number> = new Map([
  ...signals.map(({ name, number }): [string, number] => [name, number]),
  ...Object.entries(signalAliases).map(([alias, name]): [string, number] => [
    alias,
    signals.find((signal) => signal.name === name)?.number ?? 0,
  ]),
]);

/**
 * The number of a signal as STOPSIGNAL takes it: a number, or a name in any case with or without `SIG`.
 * Undefined for what is no signal on Linux.
 */
export function signalNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return number >= 1 && number <= highestRealTime ? number : undefined;
  }
  const upper = text.toUpperCase();
  const name = upper.startsWith("SIG") ? upper : `SIG${upper}`;
  return byName.get(name) ?? realTimeNumber(name);
}

/** The signal with this number, or undefined for a real-time signal and for none. */
export function signalWithNumber(number: number): Signal | undefined {
  return signals.find((signal) => signal.number === number);
}

function realTimeNumber(name: string): number | undefined {
  const match = realTime.exec(name);
  if (!match) return undefined;
  // The library knows SIGRTMIN+1 to +15 and SIGRTMAX-1 to -14, which meet in the middle.
  const [, above, below] = match;
  if (above !== undefined) return between(Number(above), 1, 15) ? lowestRealTime + Number(above) : undefined;
  if (below !== undefined) return between(Number(below), 1, 14) ? highestRealTime - Number(below) : undefined;
  return name === "SIGRTMIN" ? lowestRealTime : highestRealTime;
}

function between(number: number, least: number, most: number): boolean {
  return number >= least && number <= most;
}
