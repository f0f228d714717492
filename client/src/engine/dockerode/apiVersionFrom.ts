import type { IncomingMessage } from "node:http";
import type Dockerode from "dockerode";
import { EngineError } from "../engineError";
import { dial } from "./dial";

/** The newest version of the Engine API whose answers we have read. */
const newestKnown = "1.52";

/**
 * The version of the API to speak, in every path: the engine's own, but none newer than we know. Undefined where the
 * engine does not tell; then it chooses. Pinning one would fail at one end or the other: Docker 29 refuses what is
 * older than 1.44, and 20.10 knows nothing beyond 1.41.
 * https://docs.docker.com/reference/api/engine/#api-version-negotiation
 */
export async function apiVersionFrom(docker: Dockerode): Promise<string | undefined> {
  const answer = await ping(docker);
  // Its body says "OK"; unread, it would keep the connection from being used again.
  answer.resume();
  const version = answer.headers["api-version"];
  if (typeof version !== "string" || !/^\d+\.\d+$/.test(version)) return undefined;
  return isNewer(version, newestKnown) ? newestKnown : version;
}

async function ping(docker: Dockerode): Promise<IncomingMessage> {
  try {
    return await dial(docker, { path: "/_ping", method: "GET" });
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 404) throw error;
    throw new EngineError("engine-failed", "What answers there is not a Docker engine.", { cause: error });
  }
}

function isNewer(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
}
