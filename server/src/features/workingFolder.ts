import { ancestors } from "../model/ancestors";
import type { Dockerfile } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
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
  const all = foldersOf(dockerfile);
  const own = all.get(stage)?.findLast(({ line }) => line < before);
  return own ? own.folder : inherited(all, stage);
}

interface Change {
  readonly line: number;
  readonly folder: string | undefined;
}

type Changes = ReadonlyMap<Stage, readonly Change[]>;

/** Every WORKDIR of the document, resolved in one pass. */
const foldersOf = oncePer((dockerfile: Dockerfile): Changes => {
  const all = new Map<Stage, Change[]>();
  for (const stage of dockerfile.stages) {
    const changes: Change[] = [];
    let folder = inherited(all, stage);
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== "WORKDIR") continue;
      const path = resolveText(dockerfile, instruction.argument.text, instruction);
      folder = path === undefined || path === "" ? undefined : join(folder, path);
      changes.push({ line: instruction.firstLine, folder });
    }
    all.set(stage, changes);
  }
  return all;
});

function inherited(all: Changes, stage: Stage): string | undefined {
  for (const parent of ancestors(stage)) {
    const last = all.get(parent)?.at(-1);
    if (last) return last.folder;
  }
  const root = [...ancestors(stage)].at(-1) ?? stage;
  return root.base?.isScratch ? "/" : undefined;
}

/** Windows paths keep their own slashes. */
function join(folder: string | undefined, path: string): string | undefined {
  if (/^(?:[A-Za-z]:)?[\\/]/.test(path)) return cleaned(path);
  return folder === undefined ? undefined : cleaned(`${folder}/${path}`);
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
