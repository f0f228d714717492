import type { Instruction } from "./instruction";
import { isOpenWord } from "./openWord";
import { type PackageCommand, packageCommands } from "./packageCommands";
import { packagePins } from "./packagePins";
import type { PackageManagerName } from "./packageSyntax";
import type { ShellWord } from "./shell";

/** A package that a RUN installs in whatever version there is. */
export interface UnpinnedPackage {
  /** What names it, quotes taken away. */
  readonly name: string;
  readonly word: ShellWord;
  readonly call: PackageCommand;
  /** A further sentence for where the shell took a version such as `>2` away; empty for elsewhere. */
  readonly hint: string;
}

/** The packages without a version among those that `named` finds in a call. What a variable names is not known. */
export function unpinnedPackages(
  instruction: Instruction,
  shell: readonly string[],
  manager: PackageManagerName,
  named: (call: PackageCommand) => readonly ShellWord[],
): readonly UnpinnedPackage[] {
  const calls = packageCommands(instruction, shell, manager);
  if (calls.length === 0) return NONE;
  return calls.flatMap((call) =>
    named(call)
      .map((word) => ({
        name: word.value ?? word.text.replaceAll(/["']/g, ""),
        word,
        call,
        hint: isCutOff(word, call) ? " Put it between quotes: the shell takes < and > for redirections." : "",
      }))
      // `add curl && ls` without a shell, or a comment where none may stand, names no package.
      .filter(({ name }) => !/^[\s#&|]/.test(name))
      .filter(({ name, word }) => !packagePins[manager](name) && !isOpenWord(word)),
  );
}

const NONE: readonly UnpinnedPackage[] = [];

/** `flask>2` without quotes installs any flask and writes what pip says into a file called 2. */
function isCutOff({ range: { end } }: ShellWord, { command }: PackageCommand): boolean {
  return command.redirections.some(
    ({ fileDescriptor, range: { start } }) =>
      fileDescriptor === undefined && start.line === end.line && start.character === end.character,
  );
}
