/** Failed builds, shown on the instruction that failed until it is edited or built again. */
export interface BuildProblems {
  clear(dockerfile: string): void;
  show(problem: BuildProblem): void;
}

export interface BuildProblem {
  readonly dockerfile: string;
  /** From zero, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** What is wrong and the last lines of output, as plain text. */
  readonly message: string;
}
