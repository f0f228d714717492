/** Whether the builder may take a command for a JSON array when an instruction begins with it: `[ "$a" ]` is both. */
export function looksLikeExecForm(command: string): boolean {
  return command.startsWith("[") && command.endsWith("]");
}
