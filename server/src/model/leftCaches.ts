import { deletedPaths } from "./deletedPaths";
import type { Dockerfile } from "./dockerfile";
import { coversFolder } from "./folderCover";
import type { Instruction } from "./instruction";
import { mentions } from "./mentions";
import { mountsOf } from "./mounts";
import { type PackageCommand, packageCommands } from "./packageCommands";
import type { PackageManagerName } from "./packageSyntax";
import { resolveText } from "./resolveText";
import { runCommands } from "./runCommands";
import { runsCalling } from "./runsCalling";
import { shellOf } from "./shellOf";
import { shippedStages } from "./shippedStages";
import { stageOf } from "./stageOf";

/** How a package manager fills a folder that an image needs not, and how it is emptied. */
export interface CacheHabit {
  readonly manager: PackageManagerName;
  readonly fills: (call: PackageCommand) => boolean;
  /** A call of this or of another manager. */
  readonly empties: (call: PackageCommand) => boolean;
  readonly emptiedBy: readonly PackageManagerName[];
  /** Absolute, or `~/…` for one in a user's home. */
  readonly folders: readonly string[];
  /** An environment variable that names another folder. */
  readonly folderVariable?: string;
}

/** A RUN whose layer keeps what these calls left behind. */
export interface LeftCache {
  readonly instruction: Instruction;
  readonly shell: readonly string[];
  readonly calls: readonly [PackageCommand, ...PackageCommand[]];
}

/** Looks at the stages that make the image. A later RUN cannot take away what is in a layer, so each must do so itself. */
export function leftCaches(dockerfile: Dockerfile, habit: CacheHabit): LeftCache[] {
  const shipped = shippedStages(dockerfile);
  return runsCalling(dockerfile, habit.manager)
    .filter((instruction) => {
      const stage = stageOf(dockerfile, instruction);
      return stage !== undefined && shipped.has(stage);
    })
    .flatMap((instruction) => {
      const shell = shellOf(dockerfile, instruction);
      const filling = packageCommands(instruction, shell, habit.manager).filter(habit.fills);
      if (filling.length === 0) return [];
      const folders = foldersOf(dockerfile, instruction, habit);
      if (isMounted(instruction, folders)) return [];
      const emptied = lastEmptied(instruction, shell, habit, folders);
      const [first, ...rest] = filling.filter(({ command }) => command.start > emptied);
      return first === undefined ? [] : [{ instruction, shell, calls: [first, ...rest] as const }];
    });
}

function foldersOf(
  dockerfile: Dockerfile,
  instruction: Instruction,
  { folders, folderVariable }: CacheHabit,
): readonly string[] {
  if (!folderVariable || !mentions(dockerfile, folderVariable)) return folders;
  const named = resolveText(dockerfile, `$${folderVariable}`, instruction);
  return named ? [...folders, named] : folders;
}

/** Whatever is mounted there, what is written into it does not become part of the image. */
function isMounted(instruction: Instruction, folders: readonly string[]): boolean {
  const targets = mountsOf(instruction).flatMap(({ options }) =>
    options.filter(({ key }) => TARGET.has(key)).map(({ value = "" }) => value),
  );
  return targets.some((target) => folders.some((folder) => coversFolder(target, folder)));
}

const TARGET = new Set(["target", "dst", "destination"]);

/** Where the last command that empties the folder stands, before everything where there is none. */
function lastEmptied(
  instruction: Instruction,
  shell: readonly string[],
  { empties, emptiedBy }: CacheHabit,
  folders: readonly string[],
): number {
  const deleting = runCommands(instruction, shell).filter((command) =>
    deletedPaths(command).some((path) => folders.some((folder) => coversFolder(path, folder))),
  );
  const calls = emptiedBy.flatMap((manager) => packageCommands(instruction, shell, manager)).filter(empties);
  return [...deleting, ...calls.map(({ command }) => command)].reduce(
    (last, { start }) => Math.max(last, start),
    -1,
  );
}
