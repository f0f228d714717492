import type { Subject } from "../selection/subject";
import type { Command, DockerCommandLine, DockerCommandLines } from "./command";

/** What can be done with a subject, as docker's command line would do it. */
export function equivalentsOf(
  commands: readonly Command[],
  subject: Subject,
): { readonly title: string; readonly lines: DockerCommandLines }[] {
  return commands.flatMap((command) => {
    const found = command.on?.includes(subject.kind) ? command.equivalent?.(subject) : undefined;
    return found ? [{ title: command.title, lines: isLine(found) ? [found] : found }] : [];
  });
}

function isLine(found: DockerCommandLine | DockerCommandLines): found is DockerCommandLine {
  return typeof found[0] === "string";
}
