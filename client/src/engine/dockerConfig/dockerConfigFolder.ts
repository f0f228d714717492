import { homedir } from "node:os";
import { join } from "node:path";

/** Where the docker CLI keeps its config file and Docker contexts: `DOCKER_CONFIG`, else `~/.docker`. */
export function dockerConfigFolder(
  environment: Readonly<NodeJS.ProcessEnv> = process.env,
  homeFolder: string = homedir(),
): string {
  return environment["DOCKER_CONFIG"] || join(homeFolder, ".docker");
}
