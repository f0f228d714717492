import type { CommandFlag, PackageManagerEntry, SubCommand } from "./packageManager";
import { languagePackageManagers } from "./packageManagers/languagePackageManagers";
import { systemPackageManagers } from "./packageManagers/systemPackageManagers";

/** Those of distributions, then those of languages. */
export const packageManagers: readonly PackageManagerEntry[] = [
  ...systemPackageManagers,
  ...languagePackageManagers,
];

/** By the name of the program, without a path. */
export function packageManager(program: string): PackageManagerEntry | undefined {
  return packageManagers.find(({ names }) => names.includes(program));
}

export function subCommand(manager: PackageManagerEntry, name: string): SubCommand | undefined {
  return manager.commands.find(({ names }) => names.includes(name));
}

/** The flags that fit after a sub-command, its own first; those of the program alone where there is none yet. */
export function commandFlags(
  manager: PackageManagerEntry,
  command: SubCommand | undefined,
): readonly CommandFlag[] {
  return [...(command?.flags ?? []), ...manager.flags];
}

/** The flag as written, `--omit=dev` included; undefined for one that is not known here, which may well exist. */
export function commandFlag(
  manager: PackageManagerEntry,
  command: SubCommand | undefined,
  written: string,
): CommandFlag | undefined {
  const name = written.split("=", 1)[0] ?? written;
  return commandFlags(manager, command).find(({ names }) => names.includes(name));
}
