import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The helper that the CLI takes by itself when docker has never been logged in, if its program is there. */
export async function platformHelper(
  environment: Readonly<NodeJS.ProcessEnv>,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  const name = await preferred(environment, platform);
  if (name === undefined) return undefined;
  return (await isOnPath(`docker-credential-${name}`, environment, platform)) ? name : undefined;
}

async function preferred(
  environment: Readonly<NodeJS.ProcessEnv>,
  platform: NodeJS.Platform,
): Promise<string | undefined> {
  if (platform === "darwin") return "osxkeychain";
  if (platform === "win32") return "wincred";
  if (platform !== "linux") return undefined;
  return (await isOnPath("pass", environment, platform)) ? "pass" : "secretservice";
}

async function isOnPath(
  program: string,
  environment: Readonly<NodeJS.ProcessEnv>,
  platform: NodeJS.Platform,
): Promise<boolean> {
  const file = platform === "win32" ? `${program}.exe` : program;
  const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter);
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, file), constants.X_OK).then(
        () => folder !== "",
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
