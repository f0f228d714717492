import type { RegistryCredential } from "../build";
import { contextArchive } from "../build/contextArchive";
import type { BuildAnswer, BuildRequest } from "./buildRequest";
import { credentialToApi } from "./credentialToApi";
import { dial } from "./dial";

/** Starts a build with the classic builder, which takes the whole build context as one archive. */
export async function startClassicBuild({
  docker,
  options,
  query,
  onContextSent,
  signal,
}: BuildRequest): Promise<BuildAnswer> {
  const { stream, dockerfile, packed } = await contextArchive(options, onContextSent);
  signal.addEventListener("abort", () => stream.destroy(), { once: true });
  const answer = dial(docker, {
    path: "/build?",
    method: "POST",
    options: { ...query, version: "1", dockerfile, rm: "1", forcerm: "1" },
    // docker-modem would write it in the other base64, which the engine reads as no login at all.
    registryconfig: { base64: registryConfig(options.credentials ?? []) },
    file: stream,
    abortSignal: signal,
  });
  // An engine that refuses the Dockerfile answers before it has read everything, so the archive may stay unfinished.
  return { answer: await Promise.race([answer, failureOf(packed)]), localProblem: () => undefined };
}

/** The logins as the `X-Registry-Config` header holds them; see https://docs.docker.com/reference/api/engine/. */
function registryConfig(credentials: readonly RegistryCredential[]): string {
  const config = Object.fromEntries(
    credentials.map((credential) => [credential.server, credentialToApi(credential)]),
  );
  return Buffer.from(JSON.stringify(config)).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}

/** Settles only by rejecting. */
function failureOf(promise: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    promise.catch(reject);
  });
}
