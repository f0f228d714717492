import { join } from "node:path";
import { projectFolder } from "./projectFolders";
import { runCommand } from "./runCommand";
import { runStep } from "./runStep";

/** Runs another one of our scripts as `npm run` would, showing what it says only when it fails. */
export async function runScript(name: string, ...args: string[]): Promise<void> {
  const bootstrap = join(projectFolder, "scripts", "bootstrap.mjs");
  const script = join("scripts", `${name}.ts`);
  await runStep(`npm run ${[name, ...args].join(" ")}`, () =>
    runCommand(process.execPath, [bootstrap, script, ...args], { cwd: projectFolder }),
  );
}
