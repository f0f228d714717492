import { existsSync } from "node:fs";
import { join } from "node:path";
import { name, version } from "../../package.json";
import { projectFolder } from "./projectFolders";

/** The .vsix in the project's root, which `npm run package` makes. */
export function packagedExtension(): string {
  const path = join(projectFolder, `${name}-${version}.vsix`);
  if (!existsSync(path)) throw new Error(`There is no ${path}; make it with "npm run package".`);
  return path;
}
