import type { PackageManagerEntry } from "../grammar/packageManager";
import { packageManager } from "../grammar/packageManagers";
import type { ShellCommand, ShellWord } from "../model/shell";

/** A call of a package manager that Drydock knows, and the words that are for it. */
export interface ManagerCall {
  readonly manager: PackageManagerEntry;
  readonly words: readonly ShellWord[];
}

/** Undefined for any other command. `python -m pip` is a call of pip. */
export function managerCall({ name = "", words }: ShellCommand): ManagerCall | undefined {
  const manager = packageManager(name);
  if (manager !== undefined) return { manager, words };
  if (!/^(?:python|pypy)[\d.]*$/.test(name) || words[0]?.value !== "-m") return undefined;
  const module = packageManager(words[1]?.value ?? "");
  return module && { manager: module, words: words.slice(2) };
}
