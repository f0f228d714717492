import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "../../../scripts/testbed/atExit";
import { packagedExtension } from "../../../scripts/testbed/packagedExtension";
import { cacheFolder, sampleFolder } from "../../../scripts/testbed/projectFolders";
import { stillSettings } from "../../../scripts/testbed/quietSettings";
import { Teardown } from "../../../scripts/testbed/teardown";
import { ensureVscode, type VscodeInstallation } from "../../../scripts/testbed/vscodeInstallation";
import {
  installExtension,
  startVscodeServer,
  type VscodeServer,
} from "../../../scripts/testbed/vscodeServer";
import { launchBrowser } from "./browser";
import { type Theme, themeSettings } from "./themeSettings";
import { Workbench } from "./workbench";

export interface WorkbenchOptions {
  /** The folder whose copy is opened; the sample workspace by default. */
  workspace?: string;
  theme?: Theme;
  settings?: Record<string, unknown>;
  /** What the extension host sees, e.g. DOCKER_HOST. HOME and DOCKER_CONFIG are fresh folders unless given. */
  environment?: NodeJS.ProcessEnv;
  /** The extension to install; the packaged Drydock by default. */
  vsix?: string;
  /** More extensions beside it. */
  otherExtensions?: readonly string[];
  /** What is opened instead of a copy of the workspace: a path, or the URI of a folder in a virtual file system. */
  folder?: string;
  size?: { width: number; height: number };
  /** Whether the editor asks if the workspace is to be trusted. */
  trust?: "asked";
  /** Root may use every socket; with these rights the modes of files hold for it as they do for a person. */
  rights?: "of a person";
}

/** A VS Code with the packaged extension in it, all its state in a fresh folder. */
export interface OpenWorkbench extends Workbench {
  readonly server: VscodeServer;
  /** The copy of the workspace that is open. */
  readonly workspace: string;
  /** What DOCKER_CONFIG leads to: the place of docker's own config.json. */
  readonly dockerConfig: string;
  /** Addresses off this machine that the page asked for: there should be none. */
  readonly foreignRequests: readonly string[];
  close(): Promise<void>;
}

export async function openWorkbench(options: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  const {
    workspace = sampleFolder,
    vsix = packagedExtension(),
    theme = "dark",
    size = { width: 1400, height: 850 },
  } = options;
  const teardown = new Teardown();
  try {
    const vscode = await ensureVscode(cacheFolder);
    const folder = mkdtempSync(join(tmpdir(), "drydock-vscode-"));
    const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    teardown.add(atExit(remove));
    teardown.add(remove);

    const copy = join(folder, "workspace", workspace.split(/[\\/]/).at(-1) ?? "workspace");
    cpSync(workspace, copy, { recursive: true });
    const home = join(folder, "home");
    const dockerConfig = join(home, ".docker");
    mkdirSync(dockerConfig, { recursive: true });
    const dataFolder = join(folder, "data");
    for (const one of [vsix, ...(options.otherExtensions ?? [])])
      await installExtension(vscode, dataFolder, one);

    const runnable = options.rights === undefined ? vscode : withoutOverride(vscode, folder);
    const server = await startVscodeServer(runnable, {
      dataFolder,
      ...(options.trust && { workspaceTrust: options.trust }),
      settings: { ...stillSettings, ...themeSettings(theme), ...options.settings },
      environment: {
        HOME: home,
        DOCKER_CONFIG: dockerConfig,
        ...noEngineEnvironment,
        ...options.environment,
      },
    });
    teardown.add(() => server.stop());
    const browser = await launchBrowser();
    teardown.add(() => browser.close());

    const permissions = ["clipboard-read", "clipboard-write"];
    const context = await browser.newContext({
      viewport: size,
      permissions,
      colorScheme: theme === "light" ? "light" : "dark",
    });
    const page = await context.newPage();
    const foreignRequests: string[] = [];
    page.on("request", (request) => {
      if (isForeign(request.url())) foreignRequests.push(request.url());
    });
    const { folder: opened = copy } = options;
    await page.goto(
      opened.includes("://")
        ? server.address(undefined, { workspace: workspaceFile(opened, folder) })
        : server.address(opened),
    );
    const workbench = new Workbench(page);
    await workbench.waitUntilReady();
    const close = () => teardown.run();
    return Object.assign(workbench, { server, workspace: copy, dockerConfig, foreignRequests, close });
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

/** The address of a page can name a folder on disk or a workspace file, and nothing else. */
function workspaceFile(folderUri: string, place: string): string {
  const file = join(place, "virtual.code-workspace");
  writeFileSync(file, JSON.stringify({ folders: [{ uri: folderUri }] }));
  return file;
}

/** The same VS Code, run without the capabilities that let root pass by a file's mode. */
function withoutOverride(vscode: VscodeInstallation, folder: string): VscodeInstallation {
  const node = join(folder, "node");
  const setpriv = "setpriv --bounding-set=-dac_override,-dac_read_search";
  writeFileSync(node, `#!/bin/sh\nexec ${setpriv} '${vscode.node}' "$@"\n`, { mode: 0o755 });
  return { ...vscode, node };
}

/** Nothing of the machine's own engine may leak into a test. A socket that isn't there means: no engine. */
const noEngineEnvironment = {
  DOCKER_HOST: "unix:///nonexistent/docker.sock",
  DOCKER_CONTEXT: undefined,
  DOCKER_TLS_VERIFY: undefined,
  DOCKER_CERT_PATH: undefined,
};

function isForeign(address: string): boolean {
  if (!/^(https?|wss?):/.test(address)) return false;
  const { hostname } = new URL(address);
  // Under such names webviews ask for their files, and the editor's own service worker answers.
  return hostname !== "127.0.0.1" && !hostname.endsWith(".vscode-resource.vscode-cdn.net");
}
