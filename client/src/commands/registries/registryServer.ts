import { dockerHubServer, parseReference, serverOf } from "../../engine/reference";

/** The server that a reference is pulled from and pushed to, as docker's config file names it. */
export function registryServer(reference: string): string {
  return serverOf(parseReference(reference));
}

/** How a person names a server. */
export function registryWords(server: string): string {
  return server === dockerHubServer ? "Docker Hub" : server;
}
