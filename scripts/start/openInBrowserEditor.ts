import { join } from "node:path";
import { cacheFolder } from "../testbed/projectFolders";
import type { Teardown } from "../testbed/teardown";
import { ensureVscode } from "../testbed/vscodeInstallation";
import { installExtension, startVscodeServer } from "../testbed/vscodeServer";

interface BrowserEditorOptions {
  folder: string;
  workspace: string;
  vsix: string;
  port: number;
  environment: NodeJS.ProcessEnv;
}

/** VS Code in the browser with a fresh profile in our folder, serving this workspace. */
export async function openInBrowserEditor(
  { folder, workspace, vsix, port, environment }: BrowserEditorOptions,
  teardown: Teardown,
): Promise<{ address: string }> {
  const vscode = await ensureVscode(cacheFolder);
  const dataFolder = join(folder, "profile");
  await installExtension(vscode, dataFolder, vsix);
  const server = await startVscodeServer(vscode, { dataFolder, port, environment });
  teardown.add(() => server.stop());
  return { address: server.address(workspace) };
}
