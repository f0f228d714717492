import { cpSync, existsSync } from "node:fs";
import { basename, join } from "node:path";
import { sampleFolder } from "../testbed/projectFolders";

/** A copy of the sample in this folder. One that is already there is kept: the person may have worked on it. */
export function makeWorkspace(folder: string): string {
  const workspace = join(folder, basename(sampleFolder));
  if (!existsSync(workspace)) cpSync(sampleFolder, workspace, { recursive: true });
  return workspace;
}
