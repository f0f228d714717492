import type { Dockerfile } from "./dockerfile";
import type { Instruction } from "./instruction";
import { mentions } from "./mentions";
import { resolveText } from "./resolveText";
import { runCommands } from "./runCommands";

/**
 * Whether the commands of a RUN find a variable in their environment that holds something: from an ENV or ARG, or from
 * the RUN itself. An assignment that stands before a single command is left out.
 */
export function isVariableSet(
  dockerfile: Dockerfile,
  instruction: Instruction,
  shell: readonly string[],
  name: string,
): boolean {
  if (!mentions(dockerfile, name)) return false;
  if (resolveText(dockerfile, `$${name}`, instruction)) return true;
  return runCommands(instruction, shell).some(
    (command) =>
      (command.name === "export" && command.words.some(({ text }) => text.startsWith(`${name}=`))) ||
      (command.name === undefined && command.assignments.some((assignment) => assignment.name === name)),
  );
}
