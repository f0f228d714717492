import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import { resolveEndpoint } from "../../client/src/engine/endpoint/resolveEndpoint";
import { importPythonImage, sampleBaseImage } from "../testbed/baseImages";
import { debianObstacle } from "../testbed/debianPackages";
import { privateEngineObstacle, startPrivateEngine } from "../testbed/privateEngine";
import { startPrivateRegistry } from "../testbed/privateRegistry";
import { cacheFolder } from "../testbed/projectFolders";
import { runStep } from "../testbed/runStep";
import type { Teardown } from "../testbed/teardown";
import type { StartOptions } from "./readOptions";

export interface ProvidedEngine {
  ours: "yes" | "no";
  /** What the editor's environment needs so that it finds the engine. */
  environment: NodeJS.ProcessEnv;
  /** What the person should know. */
  lines: string[];
}

/** The engine that already answers, or one of our own with a registry, as far as this machine allows. */
export async function provideEngine(
  folder: string,
  options: StartOptions,
  teardown: Teardown,
): Promise<ProvidedEngine> {
  const none = (line: string): ProvidedEngine => ({ ours: "no", environment: {}, lines: [line] });
  if (options.engine === "none") return none("Engine: none was looked for.");
  if (await engineAnswers()) return none("Engine: the one that your docker command uses.");
  const obstacle = privateEngineObstacle() ?? debianObstacle();
  if (obstacle !== undefined) {
    return none(
      "Engine: none answers. Get one at https://docs.docker.com/get-started/get-docker/ and start it.",
    );
  }
  return startOurs(folder, teardown);
}

async function engineAnswers(): Promise<boolean> {
  try {
    const { endpoint } = await resolveEndpoint();
    const engine = createDockerodeEngine(endpoint);
    try {
      await engine.system.ping();
      return true;
    } finally {
      engine.dispose();
    }
  } catch {
    // Whatever the reason, there is no engine to work with.
    return false;
  }
}

async function startOurs(folder: string, teardown: Teardown): Promise<ProvidedEngine> {
  const hub = await dockerHubAnswers();
  // Steps of a build may use the internet where there is one; else the machine's firewall stays untouched.
  const engine = await runStep("Starting an engine of our own", () =>
    startPrivateEngine({ internet: hub ? "allowed" : "none" }),
  );
  teardown.add(() => engine.stop());
  // Made anew for each run: nothing that is worth stealing, and nothing that is the same twice.
  const login = { user: "captain", password: randomBytes(6).toString("hex") };
  const registry = await runStep("Starting a registry of our own", () => startPrivateRegistry(login));
  teardown.add(() => registry.stop());
  if (!hub) {
    await runStep(`Giving the engine a stand-in for ${sampleBaseImage}`, () =>
      importPythonImage(engine.docker, cacheFolder),
    );
  }
  const dockerConfig = join(folder, "docker");
  mkdirSync(dockerConfig);
  const lines = [
    `Engine: one of our own for this run, DOCKER_HOST=${engine.host}`,
    `Registry: ${registry.domain}, user ${login.user}, password ${login.password}`,
  ];
  if (!hub)
    lines.push(
      `Docker Hub can't be reached, so ${sampleBaseImage} is a stand-in made from Debian's packages.`,
    );
  return {
    ours: "yes",
    environment: { ...otherEndpoints, DOCKER_HOST: engine.host, DOCKER_CONFIG: dockerConfig },
    lines,
  };
}

/** Settings that would lead the editor to another engine, or to talk to ours as to another one. */
const otherEndpoints = {
  DOCKER_CONTEXT: undefined,
  DOCKER_TLS: undefined,
  DOCKER_TLS_VERIFY: undefined,
  DOCKER_CERT_PATH: undefined,
};

/** Any answer will do: without a login it is "unauthorized". */
async function dockerHubAnswers(): Promise<boolean> {
  return fetch("https://registry-1.docker.io/v2/", { signal: AbortSignal.timeout(4000) }).then(
    () => true,
    () => false,
  );
}
