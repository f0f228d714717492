import type { Instruction } from "./instruction";
import { type PackageCommand, packageCommands } from "./packageCommands";
import type { PackageManagerName } from "./packageSyntax";
import type { ShellCommand } from "./shell";

/**
 * The calls of a package manager that would ask a person. Those that read something else than the terminal, as in
 * `yes | apt-get …`, and those whose options stand in a variable are left out.
 */
export function unansweredCalls(
  instruction: Instruction,
  shell: readonly string[],
  manager: PackageManagerName,
  asks: (call: PackageCommand) => boolean,
): PackageCommand[] {
  return packageCommands(instruction, shell, manager).filter(
    (call) =>
      call.action !== undefined && asks(call) && !call.command.isFed && !hasOptionsInVariable(call.command),
  );
}

/** `$APT_OPTIONS`, by what people call such variables. */
export function hasOptionsInVariable({ words }: Pick<ShellCommand, "words">): boolean {
  return words.some(
    ({ text, value }) => value === undefined && /^["']?\$\{?\w*(?:opt|arg|flag|param|yes)\w*\}?/i.test(text),
  );
}
