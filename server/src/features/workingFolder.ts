import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { lastAtOrBefore } from "../model/lineIndex";
import { oncePer } from "../model/oncePer";
import { resolveText } from "../model/resolveText";
import type { Stage } from "../model/stages";

/**
 * The folder that an instruction works in, as far as the Dockerfile tells: relative WORKDIRs are put together. Undefined
 * where the base image decides, or a variable that only the build knows.
 */
export function workingFolder(dockerfile: Dockerfile, { firstLine }: Instruction): string | undefined {
  const stage = dockerfile.stageAt(firstLine);
  return stage && folderIn(dockerfile, stage, firstLine);
}

/** The folder that a WORKDIR leads to. */
export function folderAfter(dockerfile: Dockerfile, workdir: Instruction): string | undefined {
  const stage = dockerfile.stageAt(workdir.firstLine);
  return stage && folderIn(dockerfile, stage, workdir.firstLine + 1);
}

/** The folder that a stage ends with. */
export function lastFolder(dockerfile: Dockerfile, stage: Stage): string | undefined {
  return folderIn(dockerfile, stage, Number.POSITIVE_INFINITY);
}

function folderIn(dockerfile: Dockerfile, stage: Stage, before: number): string | undefined {
  const changes = foldersOf(dockerfile).get(stage);
  return changes?.folders[lastAtOrBefore(changes.lines, before - 1)];
}

interface Changes {
  /** The stage's FROM, and each WORKDIR of it. */
  readonly lines: readonly number[];
  /** The n-th holds behind the n-th line. */
  readonly folders: readonly (string | undefined)[];
}

/** Every WORKDIR of the document, resolved in one pass: a base stage stands above the stage that is built on it. */
const foldersOf = oncePer((dockerfile: Dockerfile): ReadonlyMap<Stage, Changes> => {
  const all = new Map<Stage, Changes>();
  for (const stage of dockerfile.stages) {
    const parent = stage.base?.stage && all.get(stage.base.stage);
    let folder = parent ? parent.folders.at(-1) : stage.base?.isScratch ? "/" : undefined;
    const lines = [stage.from.firstLine];
    const folders = [folder];
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== "WORKDIR") continue;
      const path = resolveText(dockerfile, instruction.argument.text, instruction);
      folder = path === undefined || path === "" ? undefined : join(folder, path);
      lines.push(instruction.firstLine);
      folders.push(folder);
    }
    all.set(stage, { lines, folders });
  }
  return all;
});

/** Linux has no longer paths, and thousands of WORKDIRs must not make one. */
const LONGEST = 4096;

/** Windows paths keep their own slashes. */
function join(folder: string | undefined, path: string): string | undefined {
  if (/^(?:[A-Za-z]:)?[\\/]/.test(path)) return cleaned(path);
  const joined = folder === undefined ? undefined : cleaned(`${folder}/${path}`);
  return joined === undefined || joined.length > LONGEST ? undefined : joined;
}

function cleaned(path: string): string {
  if (!path.startsWith("/")) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
