import { basename } from "node:path";
import { findOnPath } from "../testbed/findOnPath";
import { runCommand } from "../testbed/runCommand";
import { runStep } from "../testbed/runStep";

export interface DesktopEditor {
  readonly command: string;
  open(workspace: string): Promise<void>;
}

const commands = [
  "code",
  "code-insiders",
  "codium",
  "vscodium",
  "code-oss",
  "cursor",
  "windsurf",
  "positron",
];

/** Installs the extension in the person's own VS Code or one of its kin; undefined where none is on PATH or it won't. */
export async function openInDesktopEditor(
  vsix: string,
  environment: NodeJS.ProcessEnv,
): Promise<DesktopEditor | undefined> {
  const path = findOnPath(...commands);
  if (path === undefined) return undefined;
  const command = basename(path);
  const env = { ...process.env, ...environment };
  try {
    await runStep(`Installing Drydock in ${command}`, () =>
      runCommand(path, ["--install-extension", vsix, "--force"], { env }),
    );
  } catch (error) {
    // As root, for one thing, VS Code refuses to run without more arguments than we would choose for anyone.
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nSo VS Code in the browser it is.`,
    );
    return undefined;
  }
  return {
    command,
    async open(workspace) {
      await runCommand(path, ["--new-window", workspace], { env });
    },
  };
}
