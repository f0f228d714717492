import { oncePer } from "./oncePer";

/** The words of a shell as one string, to look up by. Put together once for a shell that thousands of instructions share. */
export const shellKey = oncePer((shell: readonly string[]): string => shell.join("\0"));
