import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import type { ShellCommand } from "../model/shell";
import { shellOf } from "../model/shellOf";
import { shellScripts } from "../model/shellScripts";

/** Every command that an instruction runs, in the order of the text; none where its shell is not one that is read. */
export function calledCommands(dockerfile: Dockerfile, instruction: Instruction): readonly ShellCommand[] {
  return shellScripts(instruction, shellOf(dockerfile, instruction)).flatMap(({ commands }) => commands);
}
