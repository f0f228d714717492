import { formatEndpoint, isRemote } from "../engine/endpoint/parseEndpoint";
import type { ResolvedEndpoint } from "../engine/endpoint/resolveEndpoint";
import { plainLabel } from "./plainText";

/** What the status bar says of the engine. */
export interface EngineStatus {
  readonly text: string;
  readonly tooltip: string;
  readonly severity: "plain" | "warning";
}

/** Undefined for the local default, which needs no words: whoever never chose an engine is not told of one. */
export function engineStatus(resolved: ResolvedEndpoint): EngineStatus | undefined {
  const { endpoint, contextName, decidedBy } = resolved;
  const named = contextName !== "default";
  if (!named && decidedBy !== "DOCKER_HOST" && !isRemote(endpoint)) return undefined;
  const host = formatEndpoint(endpoint);
  const remote = isRemote(endpoint);
  return {
    text: `$(${remote ? "globe" : "server"}) ${plainLabel(named ? contextName : host)}`,
    tooltip: [
      `Docker engine: ${host}${remote ? ", on another machine" : ""}.`,
      `${decisionWords(resolved)} Click to use another Docker context.`,
    ].join("\n"),
    severity: remote ? "warning" : "plain",
  };
}

/** What made this engine the one that is used, as a sentence. */
export function decisionWords({ contextName, decidedBy }: ResolvedEndpoint): string {
  switch (decidedBy) {
    case "choice":
      return `The Docker context “${contextName}” was chosen for this window.`;
    case "DOCKER_HOST":
      return "The environment variable DOCKER_HOST decides it, whatever Docker context is in use.";
    case "DOCKER_CONTEXT":
      return `The environment variable DOCKER_CONTEXT names the Docker context “${contextName}”.`;
    case "config":
      return `The Docker context “${contextName}” is in use, as docker's config file says.`;
    case "default":
      return "Nothing names another one, so it is the default.";
  }
}
