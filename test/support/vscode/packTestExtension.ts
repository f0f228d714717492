import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createVSIX } from "@vscode/vsce";

/** Packs an extension of the tests' own, a folder with its manifest and code, into a .vsix beside that folder. */
export async function packTestExtension(folder: string): Promise<string> {
  const packagePath = join(dirname(folder), `${basename(folder)}.vsix`);
  // The packer takes an extension without a list of its files for an accident.
  writeFileSync(join(folder, ".vscodeignore"), "");
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}
