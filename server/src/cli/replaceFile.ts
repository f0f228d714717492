import { randomUUID } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Gives a file another text, all of it or none: it is written beside the file and takes its place when it is complete,
 * so that a full disk or a second run loses nothing. What a link leads to is replaced, not the link; mode and owner
 * stay. Throws where that can't be done, with a sentence that says why, and then the file is as it was.
 */
export function replaceFile(path: string, before: Buffer, after: string): void {
  const facts = statSync(path);
  if (!facts.isFile()) throw new Error("it is no ordinary file.");
  const real = realpathSync(path);
  const beside = join(dirname(real), `.${basename(real)}.${randomUUID()}.tmp`);
  try {
    writeWhole(beside, after, facts);
    // As late as possible: whatever was typed meanwhile is worth more.
    if (!readFileSync(real).equals(before)) throw new Error("it was changed meanwhile. Run this again.");
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeWhole(path: string, text: string, { mode, uid, gid }: Stats): void {
  const file = openSync(path, "wx", mode);
  try {
    writeFileSync(file, text);
    const made = fstatSync(file);
    // First the owner: changing it takes some bits of the mode away.
    if (made.uid !== uid || made.gid !== gid) fchownSync(file, uid, gid);
    fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
