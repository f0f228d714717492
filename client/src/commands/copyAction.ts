import type { NoticeAction } from "../ui/ui";
import type { DockerCommandLine } from "./command";
import type { CommandHost } from "./commandHost";
import { shellLines } from "./shellQuote";

/** A notice's button that copies what was just done as it would be done in a terminal. */
export function copyAction({ ui, machine }: CommandHost, ...lines: DockerCommandLine[]): NoticeAction {
  return { label: "Copy as docker Command", run: () => ui.copy(shellLines(lines, machine.shell)) };
}
