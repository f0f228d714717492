import { referenceProblem } from "../../engine/reference";
import { registryServer } from "../registries/registryServer";

/**
 * The registries that a build may pull from, read loosely: too many do no harm, since a login is sent only to its own
 * server.
 */
export function baseImageServers(dockerfile: string): string[] {
  return [...new Set(baseImages(dockerfile).map(registryServer))];
}

/** What a Dockerfile seems to be built on. Names with variables in them are resolved by the builder and left out here. */
export function baseImages(dockerfile: string): string[] {
  const stages = new Set(
    Array.from(dockerfile.matchAll(/^[ \t]*FROM\b.*\bAS[ \t]+(\S+)/gim), ([, name = ""]) =>
      name.toLowerCase(),
    ),
  );
  const named = dockerfile.matchAll(
    /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*([^\s$]+)[ \t]*(?:AS\b|$)|--from=([^\s,$]+)/gim,
  );
  const references = Array.from(named, ([, base, from]) => base ?? from ?? "").filter(
    (name) =>
      name !== "scratch" &&
      !/^\d+$/.test(name) &&
      !stages.has(name.toLowerCase()) &&
      referenceProblem(name) === undefined,
  );
  return [...new Set(references)];
}
