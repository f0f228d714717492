import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";

/**
 * The instruction that a comment belongs to for the builder: the one right below the block of comments that it stands in.
 * A blank line parts the two, and so does a comment that says nothing.
 */
export function instructionBelow(dockerfile: Dockerfile, line: number): Instruction | undefined {
  let next = line + 1;
  while (/^\s*#.*\S/.test(afterHash(dockerfile, next))) next++;
  const instruction = dockerfile.instructionAt(next);
  return instruction?.firstLine === next ? instruction : undefined;
}

/** The line, or nothing where it is a comment without a text. */
function afterHash(dockerfile: Dockerfile, line: number): string {
  const text = line < dockerfile.lineCount ? dockerfile.line(line) : "";
  return /^\s*#\s*$/.test(text) ? "" : text;
}
