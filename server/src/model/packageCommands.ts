import { type CommandLine, commandLine } from "./commandLine";
import { grouped } from "./grouped";
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

/** Those that a RUN calls at all, each once. */
export function packageManagersCalled(
  instruction: Instruction,
  shell: readonly string[],
): Iterable<PackageManagerName> {
  return instruction.keyword === "RUN" ? callsOf(instruction.atZero, shell).keys() : NO_MANAGERS;
}

const NO_MANAGERS: readonly PackageManagerName[] = [];

// Each rule asks for one manager of every RUN.
const callsOf = oncePerShell((instruction, shell) =>
  grouped(runCommands(instruction, shell).flatMap(packageCommand), ({ manager }) => manager),
);

function packageCommand(command: ShellCommand): PackageCommand[] {
  const { name } = command;
  if (name === undefined) return [];
  const found = managers.find((manager) => packageSyntax[manager].program.test(name));
  if (found !== undefined) return [read(command, command.words, found)];
  const module = PYTHON.test(name) ? moduleOf(command.words) : undefined;
  return module === undefined ? [] : [read(command, module.words, module.manager)];
}

const managers = Object.keys(packageSyntax) as PackageManagerName[];
const PYTHON = /^(python|pypy)[\d.]*$/;

/** What stands behind `-m pip`, `-m pipx`, `-m uv`. */
function moduleOf(
  words: readonly ShellWord[],
): { readonly manager: PackageManagerName; readonly words: readonly ShellWord[] } | undefined {
  let at = 0;
  // The script or the code that Python is to run ends its own options.
  while (/^-(?![A-Za-z]*[cm]$)./.test(words[at]?.value ?? ""))
    at += /^-[WX]$/.test(words[at]?.value ?? "") ? 2 : 1;
  const name = /^-[A-Za-z]*m$/.test(words[at]?.value ?? "") ? words[at + 1]?.value : undefined;
  const manager = MODULES.find((module) => module === name);
  return manager && { manager, words: words.slice(at + 2) };
}

const MODULES = ["pip", "pipx", "pipenv", "uv"] as const;

function read(
  command: ShellCommand,
  words: readonly ShellWord[],
  manager: PackageManagerName,
): PackageCommand {
  const { options, operands } = commandLine({ words }, packageSyntax[manager]);
  const [actionWord, ...rest] = operands;
  return { command, manager, action: actionWord?.value, actionWord, options, operands: rest };
}
