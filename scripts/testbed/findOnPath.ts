import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The full path of the first of these commands that is on PATH. */
export function findOnPath(...names: string[]): string | undefined {
  const system = process.platform === "linux" ? ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/bin"] : [];
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...system].filter(
    (folder) => folder !== "",
  );
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (isExecutable(path)) return path;
      }
    }
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there or not ours to run: both mean "not this one".
    return false;
  }
}
