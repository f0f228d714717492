import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { portOf, startEditorFront } from "./editorFront";
import { startOwnedProcess } from "./ownedProcess";
import { quietSettings } from "./quietSettings";
import { runCommand } from "./runCommand";
import { until } from "./until";
import type { VscodeInstallation } from "./vscodeInstallation";

export interface VscodeServerOptions {
  /** The profile: settings, extensions, state, log. */
  dataFolder: string;
  /** 0, the default, lets the system choose. */
  port?: number;
  settings?: Record<string, unknown>;
  /** What the extension host gets on top of (or, where undefined, less than) our own environment. */
  environment?: NodeJS.ProcessEnv;
  /** Lets a page start tests inside the extension host. It refuses modal dialogs and hides notifications. */
  extensionTests?: "allowed";
  /** Whether the editor asks if a workspace is to be trusted; otherwise all are. */
  workspaceTrust?: "asked";
}

/** VS Code for the browser, on 127.0.0.1. */
export interface VscodeServer {
  readonly port: number;
  readonly dataFolder: string;
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  /** The page of a folder. It holds the token without which the server lets nobody in. */
  address(folder?: string, query?: Record<string, string>): string;
  log(): string;
  stop(): Promise<void>;
}

export async function startVscodeServer(
  vscode: VscodeInstallation,
  {
    dataFolder,
    port = 0,
    settings = quietSettings,
    environment,
    extensionTests,
    workspaceTrust,
  }: VscodeServerOptions,
): Promise<VscodeServer> {
  const userFolder = join(dataFolder, "data", "User");
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, "settings.json"), `${JSON.stringify(settings, undefined, 2)}\n`);

  // Without it every user of this machine, and every page in their browsers, could run commands as us.
  const token = randomBytes(16).toString("hex");
  const tokenFile = join(dataFolder, "token");
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const args = [
    ...["--host", "127.0.0.1", "--port", "0", "--connection-token-file", tokenFile],
    ...["--server-data-dir", dataFolder, "--accept-server-license-terms", "--telemetry-level", "off"],
    ...["--disable-experiments", "--force-disable-user-env"],
    ...(workspaceTrust === undefined ? ["--disable-workspace-trust"] : []),
    ...(extensionTests === undefined ? [] : ["--enable-smoke-test-driver"]),
  ];
  const logFile = join(dataFolder, "server.log");
  const env = serverEnvironment(environment);
  const server = startOwnedProcess(vscode.node, [vscode.serverScript, ...args], { logFile, env });
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });

  const listening = () =>
    Number(/Extension host agent listening on (\d+)/.exec(server.output())?.[1]) || undefined;
  const found = await until("VS Code's server listens", () => (ended ? -1 : listening()), 60);
  if (found === -1) throw new Error(`VS Code's server ended at once:\n${server.output()}`);
  const front = await startEditorFront(found, port).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const authority = `127.0.0.1:${portOf(front)}`;
  return {
    port: portOf(front),
    dataFolder,
    authority,
    address(folder, query = {}) {
      const parameters = { tkn: token, ...(folder === undefined ? {} : { folder }), ...query };
      return `http://${authority}/?${new URLSearchParams(parameters)}`;
    },
    log: () => server.output(),
    async stop() {
      front.closeAllConnections();
      front.close();
      await server.stop(3);
    },
  };
}

/** Puts an extension into the profile, before or while its server runs. */
export async function installExtension(
  vscode: VscodeInstallation,
  dataFolder: string,
  vsix: string,
): Promise<void> {
  const args = [
    "--accept-server-license-terms",
    "--server-data-dir",
    dataFolder,
    "--install-extension",
    vsix,
    "--force",
  ];
  await runCommand(vscode.node, [vscode.serverScript, ...args], { env: serverEnvironment() });
}

function serverEnvironment(environment: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  // No gallery, or the editor would ask one on the internet. The hook is set in a terminal of VS Code itself.
  return { ...process.env, EXTENSIONS_GALLERY: "{}", VSCODE_IPC_HOOK_CLI: undefined, ...environment };
}
