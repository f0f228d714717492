import { referenceProblem } from "../../engine/reference";
import { registryServer } from "../registries/registryServer";

/**
 * The registries that a build may pull from, read loosely: too many do no harm, since a login is sent only to its own
 * server. Names with variables in them are resolved by the builder and left out here.
 */
export function baseImageServers(dockerfile: string): string[] {
  const named = dockerfile.matchAll(
    /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*([^\s$]+)[ \t]*(?:AS\b|$)|--from=([^\s,$]+)/gim,
  );
  const references = Array.from(named, ([, base, from]) => base ?? from ?? "").filter(
    (name) => name !== "scratch" && !/^\d+$/.test(name) && referenceProblem(name) === undefined,
  );
  return [...new Set(references.map(registryServer))];
}
