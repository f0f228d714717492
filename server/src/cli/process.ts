/** What a command needs of the process that it runs in; a test hands in its own. */
export interface Process {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The file that a further thread has to run. */
  readonly program: string;
  readonly isTerminal: boolean;
  /** Both take whole texts, with the line break at their end. */
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** 0: nothing found that fails the run. 1: something was. 2: the run itself is not to be trusted, or was not asked for rightly. */
export type ExitCode = 0 | 1 | 2;
