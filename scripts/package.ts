import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { name, version } from "../package.json";

const root = join(__dirname, "..");

/** Makes `drydock-<version>.vsix` of what `npm run build` left in dist. What goes in is listed in .vscodeignore, by allow-list. */
async function main(): Promise<void> {
  const packagePath = join(root, `${name}-${version}.vsix`);
  await rm(packagePath, { force: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // README's pictures and links point into the package itself; there is no public repository yet.
    rewriteRelativeLinks: false,
  });
  console.log(`Packaged ${packagePath}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
