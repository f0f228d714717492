/** The person asked for something that can't be done: the message goes to stderr as it is and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
