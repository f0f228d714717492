import { copyOf } from "./copyOf";
import type { Instruction } from "./instruction";
import type { ShellCommand } from "./shell";
import { shellScripts } from "./shellScripts";

/** What an instruction may add to the programs of an image. */
export interface PossiblyInstalled {
  /** Every word given to a package manager or the like: one of them may be the program, or bring it. */
  readonly words: readonly string[];
  /** Files come from elsewhere into places where programs lie, so anything may be there now. */
  readonly anything: boolean;
}

/** Reads it generously: whoever asks wants to be certain that a program is not there. */
export function possiblyInstalled(instruction: Instruction, shell: readonly string[]): PossiblyInstalled {
  const copy = copyOf(instruction);
  if (copy) {
    const isRemote = copy.from !== undefined || copy.sources.some(({ kind }) => kind !== "path");
    return {
      words: [],
      anything: isRemote || instruction.keyword === "ADD" || holdsPrograms(copy.destination.value),
    };
  }
  if (instruction.keyword !== "RUN") return { words: [], anything: false };
  const commands = shellScripts(instruction, shell).flatMap((script) => script.commands);
  return {
    words: commands.filter(installs).flatMap(({ words }) => words.map(({ text, value }) => value ?? text)),
    anything: commands.some(unpacks),
  };
}

function installs({ words }: ShellCommand): boolean {
  return words.some(
    ({ value }) => value !== undefined && /^(-\w*S\w*|add|install|groupinstall|i|get)$/.test(value),
  );
}

/** Programs that put files in place without a package manager, and scripts whose content nobody knows. */
function unpacks({ name }: ShellCommand): boolean {
  return name === undefined || unpackers.has(name) || name.endsWith(".sh");
}

const unpackers = new Set([
  ...[
    "bsdtar",
    "cp",
    "curl",
    "dpkg",
    "git",
    "install",
    "ln",
    "make",
    "mv",
    "rpm",
    "rsync",
    "tar",
    "unzip",
    "wget",
  ],
]);

function holdsPrograms(path: string): boolean {
  return /^\/*$|^\/?(usr|bin|sbin|lib|opt)(\/|$)/.test(path) && !path.startsWith("/usr/src");
}
