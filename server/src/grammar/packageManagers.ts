import type { CommandFlag, PackageManagerEntry, SubCommand } from "./packageManager";
import { buildTools } from "./packageManagers/buildTools";
import { languagePackageManagers } from "./packageManagers/languagePackageManagers";
import { systemPackageManagers } from "./packageManagers/systemPackageManagers";

/** Those of distributions, then those of languages, then those that compile as well. */
export const packageManagers: readonly PackageManagerEntry[] = [
  ...systemPackageManagers,
  ...languagePackageManagers,
  ...buildTools,
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

/**
 * The flags that a word stands for: `--omit=dev` is one, `-yq` are two. Empty where one of them is not known here, which
 * may well exist.
 */
export function writtenFlags(
  manager: PackageManagerEntry,
  command: SubCommand | undefined,
  written: string,
): readonly CommandFlag[] {
  const known = commandFlags(manager, command);
  const name = written.split("=", 1)[0] ?? written;
  const whole = known.find(({ names }) => names.includes(name));
  if (whole !== undefined) return [whole];
  if (!/^-[A-Za-z]{2,}$/.test(written)) return [];
  const letters = [...written.slice(1)].map((letter) =>
    known.find(({ names }) => names.includes(`-${letter}`)),
  );
  return letters.includes(undefined) ? [] : letters.filter((one) => one !== undefined);
}
