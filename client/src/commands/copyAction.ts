import type { NoticeAction } from "../ui/ui";
import type { DockerCommandLine } from "./command";
import type { CommandHost } from "./commandHost";
import { shellLine } from "./shellQuote";

/** A notice's button that copies what was just done as a line for a terminal. */
export function copyAction({ ui, machine }: CommandHost, line: DockerCommandLine): NoticeAction {
  return { label: "Copy as docker Command", run: () => ui.copy(shellLine(line, machine.shell)) };
}
