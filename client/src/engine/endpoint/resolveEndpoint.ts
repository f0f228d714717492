import { realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { dockerConfigFolder } from "../dockerConfig/dockerConfigFolder";
import type { Endpoint } from "../endpoint";
import { defaultEndpoint } from "./defaultEndpoint";
import { contextEndpoint, currentContext, readContext } from "./dockerContexts";
import { parseEndpoint } from "./parseEndpoint";
import { readTlsFiles } from "./readTlsFiles";

/** Where the engine is, and who said so. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint;
  /** `default` where DOCKER_HOST decided, as the CLI shows it. */
  readonly contextName: string;
  /** Never DOCKER_HOST where it only names the default that would be used without it. */
  readonly decidedBy: "choice" | "DOCKER_HOST" | "DOCKER_CONTEXT" | "config" | "default";
}

export interface EndpointQuestion {
  /** A Docker context chosen for this window, which beats everything, as `docker --context` does. */
  readonly contextName?: string | undefined;
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
  readonly homeFolder?: string;
  readonly platform?: NodeJS.Platform;
}

/**
 * Finds the engine as the docker CLI does: a chosen Docker context, `DOCKER_HOST`, `DOCKER_CONTEXT`, the config
 * file's `currentContext`, the local default. Rejects with an EngineError that says what to mend.
 */
export async function resolveEndpoint({
  contextName,
  environment = process.env,
  homeFolder = homedir(),
  platform = process.platform,
}: EndpointQuestion = {}): Promise<ResolvedEndpoint> {
  const configFolder = dockerConfigFolder(environment, homeFolder);

  async function ofContext(
    name: string,
    decidedBy: ResolvedEndpoint["decidedBy"],
  ): Promise<ResolvedEndpoint> {
    const endpoint =
      name === "default"
        ? await ofEnvironment()
        : await contextEndpoint(configFolder, await readContext(configFolder, name));
    return { endpoint, contextName: name, decidedBy };
  }

  async function ofEnvironment(): Promise<Endpoint> {
    const host = environment["DOCKER_HOST"];
    if (!host) return defaultEndpoint({ platform, environment, homeFolder });
    const files = await readTlsFiles(environment["DOCKER_CERT_PATH"] || configFolder);
    // Any value but none switches it on, "0" included: that is the CLI's reading.
    const verify = Boolean(environment["DOCKER_TLS_VERIFY"]);
    const tls = verify || environment["DOCKER_TLS"] ? { ...files, verify } : undefined;
    return parseEndpoint(host, tls);
  }

  if (contextName) return ofContext(contextName, "choice");
  if (environment["DOCKER_HOST"]) {
    const resolved = await ofContext("default", "DOCKER_HOST");
    const without = await resolveEndpoint({
      environment: { ...environment, DOCKER_HOST: undefined },
      homeFolder,
      platform,
    }).catch(() => undefined);
    const same = without?.decidedBy === "default" && (await isSamePlace(resolved.endpoint, without.endpoint));
    return same ? { ...resolved, decidedBy: "default" } : resolved;
  }
  if (environment["DOCKER_CONTEXT"]) return ofContext(environment["DOCKER_CONTEXT"], "DOCKER_CONTEXT");
  const current = await currentContext(configFolder);
  return ofContext(current, current === "default" ? "default" : "config");
}

/** Whether both are the same socket of this machine. One may be a link to the other, as /var/run is to /run. */
async function isSamePlace(one: Endpoint, other: Endpoint): Promise<boolean> {
  if (one.kind === "pipe") return other.kind === "pipe" && one.path === other.path;
  if (one.kind !== "unix" || other.kind !== "unix") return false;
  const target = (path: string) => realpath(path).catch(() => path);
  return (await target(one.path)) === (await target(other.path));
}
