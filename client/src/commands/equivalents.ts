import type { Subject } from "../selection/subject";
import type { Command, DockerCommandLine } from "./command";

/** What can be done with a subject, as docker's command line would do it. */
export function equivalentsOf(
  commands: readonly Command[],
  subject: Subject,
): { readonly title: string; readonly line: DockerCommandLine }[] {
  return commands.flatMap((command) => {
    const line = command.on?.includes(subject.kind) ? command.equivalent?.(subject) : undefined;
    return line ? [{ title: command.title, line }] : [];
  });
}
