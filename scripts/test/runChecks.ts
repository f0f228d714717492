import { join } from "node:path";
import { projectFolder } from "../testbed/projectFolders";
import { runCommand } from "../testbed/runCommand";
import { runScript } from "../testbed/runScript";
import { runStep } from "../testbed/runStep";
import type { Outcome } from "./outcome";

/** What a person could not see by reading: format and lint, types, and whether the generated parts are fresh. */
const checks: Record<string, () => Promise<void>> = {
  "Format and lint": () => tool("@biomejs/biome/bin/biome", "ci", "--colors=off", "."),
  Types: () => tool("typescript/bin/tsc", "--noEmit"),
  "Types in the webview": () => tool("typescript/bin/tsc", "--noEmit", "--project", "client/src/webview"),
  "Generated parts": () => runScript("generate", "--check"),
};

export async function runChecks(): Promise<Omit<Outcome, "seconds">> {
  const outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const [title, check] of Object.entries(checks)) {
    try {
      await runStep(title, check);
      outcome.passed++;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      outcome.failed++;
    }
  }
  return outcome;
}

async function tool(script: string, ...args: string[]): Promise<void> {
  await runCommand(process.execPath, [join(projectFolder, "node_modules", script), ...args], {
    cwd: projectFolder,
  });
}
