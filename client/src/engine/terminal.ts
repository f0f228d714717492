/** What shows a program's terminal and is typed at. */
export interface TerminalScreen {
  readonly size: TerminalSize;
  /** Takes what the program wrote, escapes and all. */
  print(text: string): void;
}

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** A program that runs with a terminal inside a container. */
export interface TerminalSession {
  write(text: string): void;
  /** One that has just ended has no size any more; that is no failure. */
  resize(size: TerminalSize): Promise<void>;
  /** Resolves to the exit code. Rejects with "connection-lost" when the terminal is gone and the program is not. */
  readonly ended: Promise<number>;
  /** Hangs up: `ended` rejects with "cancelled". The engine tells the program nothing of it. */
  close(): void;
}
