import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { atExit } from "../../scripts/testbed/atExit";

/** A temporary folder with these files and the folders they lie in. It goes at our end, too, where a test fails before. */
export function makeFolder(files: Readonly<Record<string, string>>): {
  readonly path: string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), "drydock-folder-"));
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const removeNow = () => rmSync(path, { recursive: true, force: true });
  const forget = atExit(removeNow);
  return {
    path,
    remove() {
      forget();
      removeNow();
    },
  };
}
