import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./ownedProcess";
import { removeLink } from "./privateBridge";
import { endEngineProcesses, removeEngineTraces } from "./sweepEngine";

export const engineFolderPrefix = "drydock-engine-";

interface Owner {
  pid: number;
  bridge: string;
}

/** Notes in an engine's folder whose it is, for the case that we are killed and can't clean up. */
export function claimEngine(folder: string, bridge: string): void {
  writeFileSync(ownerFile(folder), JSON.stringify({ pid: process.pid, bridge }));
}

/** Removes what engines left behind whose owner was killed. Their processes have ended with it. */
export function sweepOrphanedEngines(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(engineFolderPrefix))) {
    const folder = join(parent, name);
    // One that is being made has no owner yet.
    if (!existsSync(ownerFile(folder))) continue;
    try {
      const { pid, bridge } = JSON.parse(readFileSync(ownerFile(folder), "utf8")) as Owner;
      if (isAlive(pid)) continue;
      endEngineProcesses(folder);
      removeEngineTraces(folder);
      removeLink(bridge);
    } catch (error) {
      // Another process may be sweeping the same; it is no reason not to start an engine.
      console.error(`What is left of an engine in ${folder} could not be removed: ${String(error)}`);
    }
  }
}

function ownerFile(folder: string): string {
  return join(folder, "owner.json");
}
