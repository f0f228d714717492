import type { RegistryCredential } from "../../build";

/** The login to give to a registry's host. No registry ever gets another one's. */
export function credentialForHost(
  host: string,
  credentials: readonly RegistryCredential[],
): RegistryCredential | undefined {
  const wanted = registryHost(host);
  return credentials.find(({ server }) => registryHost(server) === wanted);
}

/** Docker Hub goes by several names: the config file's address, the registry's host, and the domain of its references. */
function registryHost(server: string): string {
  const host = server
    .replace(/^https?:\/\//i, "")
    .replace(/\/.*$/s, "")
    .toLowerCase();
  return ["index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"].includes(host)
    ? "docker.io"
    : host;
}
