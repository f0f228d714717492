import { rmSync } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { atExit } from "./atExit";
import { isAlive } from "./ownedProcess";

/** Does `work` while no other process of this machine does what the same lock file guards. */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true });
  while (!(await take(lockFile))) await new Promise((resolve) => setTimeout(resolve, 200));
  const forget = atExit(() => rmSync(lockFile, { force: true }));
  try {
    return await work();
  } finally {
    forget();
    await rm(lockFile, { force: true });
  }
}

async function take(lockFile: string): Promise<boolean> {
  try {
    const file = await open(lockFile, "wx");
    await file.write(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  // A process that was killed can't take its lock away; an empty file is one that is being written right now.
  const owner = Number(await readFile(lockFile, "utf8").catch(() => ""));
  if (owner > 0 && !isAlive(owner)) await rm(lockFile, { force: true });
  return false;
}
