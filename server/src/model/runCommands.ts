import type { Instruction } from "./instruction";
import { oncePerShell } from "./oncePerShell";
import type { ShellCommand } from "./shell";
import { shellScripts } from "./shellScripts";

/** Every command of a RUN in the order of the text, those of scripts within it too; none of any other instruction. */
export function runCommands(instruction: Instruction, shell: readonly string[]): readonly ShellCommand[] {
  return instruction.keyword === "RUN" ? commandsOf(instruction, shell) : NONE;
}

const NONE: readonly ShellCommand[] = [];

// Many rules ask for the same ones.
const commandsOf = oncePerShell((instruction, shell): readonly ShellCommand[] =>
  shellScripts(instruction, shell).flatMap((script) => script.commands),
);
