import type { Instruction } from "./instruction";
import { oncePer } from "./oncePer";
import type { ShellCommand } from "./shell";
import { shellScripts } from "./shellScripts";

/** Every command of a RUN in the order of the text, those of scripts within it too; none of any other instruction. */
export function runCommands(instruction: Instruction, shell: readonly string[]): readonly ShellCommand[] {
  if (instruction.keyword !== "RUN") return [];
  const known = commandsOf(instruction);
  const key = shell.join("\0");
  let commands = known.get(key);
  if (commands === undefined) {
    commands = shellScripts(instruction, shell).flatMap((script) => script.commands);
    known.set(key, commands);
  }
  return commands;
}

// Many rules ask for the same ones.
const commandsOf = oncePer((_: Instruction) => new Map<string, readonly ShellCommand[]>());
