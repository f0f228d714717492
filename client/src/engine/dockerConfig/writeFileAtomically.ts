import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { hasCode } from "./fileError";

/** Replaces a file in one step, keeping its mode and, where we may, its owner. Makes the folder where there is none. */
export async function writeFileAtomically(
  file: string,
  text: string | Buffer,
  { newFileMode }: { readonly newFileMode: number },
): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await stat(file).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  });
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: "wx" });
    await chmod(temporary, before ? before.mode & 0o777 : newFileMode);
    if (before && before.uid !== process.getuid?.()) await giveTo(temporary, before);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Only root can do this; for everybody else the file becomes their own, as with the CLI. */
async function giveTo(
  file: string,
  { uid, gid }: { readonly uid: number; readonly gid: number },
): Promise<void> {
  await chown(file, uid, gid).catch((error: unknown) => {
    if (!hasCode(error, "EPERM", "ENOSYS")) throw error;
  });
}
