/** What an error says, for the end of a sentence about what could not be done. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
