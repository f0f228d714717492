/** The person asked for something that can't be done: the message goes to stderr as it is and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  /** From what `util.parseArgs` throws: its first sentence names the option and what is wrong with it. */
  static fromParser(error: unknown, help: string): UsageError {
    const message = error instanceof Error ? error.message : String(error);
    const [first = message] = message.split(". To specify");
    return new UsageError(`${first.replace(/\.$/, "")}. See "${help}".`);
  }
}
