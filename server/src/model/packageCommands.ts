import { type CommandLine, commandLine } from "./commandLine";
import type { Instruction } from "./instruction";
import { oncePerShell } from "./oncePerShell";
import { type PackageManagerName, packageSyntax } from "./packageSyntax";
import { runCommands } from "./runCommands";
import type { ShellCommand, ShellWord } from "./shell";

/** One call of a package manager. */
export interface PackageCommand extends CommandLine {
  readonly command: ShellCommand;
  readonly manager: PackageManagerName;
  /** What it is to do, such as `install`; undefined where it is not said, or not known before it runs. */
  readonly action: string | undefined;
  readonly actionWord: ShellWord | undefined;
  /** Behind the action. */
  readonly operands: readonly ShellWord[];
}

/** Every call of a package manager in a RUN, in the order of the text, `python -m pip` included. */
export function packageCommands(
  instruction: Instruction,
  shell: readonly string[],
  manager: PackageManagerName,
): readonly PackageCommand[] {
  if (instruction.keyword !== "RUN") return NONE;
  // Whether there are any is known wherever the instruction stands.
  const known = callsOf(instruction.atZero, shell).get(manager);
  if (known === undefined || instruction.firstLine === 0) return known ?? NONE;
  return callsOf(instruction, shell).get(manager) ?? NONE;
}

const NONE: readonly PackageCommand[] = [];

// Each rule asks for one manager of every RUN.
const callsOf = oncePerShell((instruction, shell) => {
  const calls = new Map<PackageManagerName, PackageCommand[]>();
  for (const call of runCommands(instruction, shell).flatMap(packageCommand)) {
    const known = calls.get(call.manager);
    if (known === undefined) calls.set(call.manager, [call]);
    else known.push(call);
  }
  return calls;
});

function packageCommand(command: ShellCommand): PackageCommand[] {
  const { name } = command;
  if (name === undefined) return [];
  const found = managers.find((manager) => packageSyntax[manager].program.test(name));
  if (found !== undefined) return [read(command, command.words, found)];
  const pip = PYTHON.test(name) ? wordsOfPip(command.words) : undefined;
  return pip === undefined ? [] : [read(command, pip, "pip")];
}

const managers = Object.keys(packageSyntax) as PackageManagerName[];
const PYTHON = /^(python|pypy)[\d.]*$/;

/** What stands behind `-m pip`. */
function wordsOfPip(words: readonly ShellWord[]): readonly ShellWord[] | undefined {
  const module = words.findIndex(({ value }) => value === "-m");
  // The script or the code that Python is to run ends its own options.
  const ownOptions = words.slice(0, Math.max(module, 0)).every(({ value }) => /^-[^c]/.test(value ?? ""));
  return module >= 0 && ownOptions && words[module + 1]?.value === "pip"
    ? words.slice(module + 2)
    : undefined;
}

function read(
  command: ShellCommand,
  words: readonly ShellWord[],
  manager: PackageManagerName,
): PackageCommand {
  const { options, operands } = commandLine({ words }, packageSyntax[manager]);
  const [actionWord, ...rest] = operands;
  return { command, manager, action: actionWord?.value, actionWord, options, operands: rest };
}
