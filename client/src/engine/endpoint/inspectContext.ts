import { access } from "node:fs/promises";
import { join } from "node:path";
import { contextFolders } from "./contextStore";
import { type DockerContext, readContext } from "./dockerContexts";
import { formatEndpoint, parseEndpoint } from "./parseEndpoint";

/**
 * What `docker context inspect` says of a Docker context other than `default`, in the CLI's own names. Certificates
 * and keys are named, never read.
 */
export async function inspectContext(configFolder: string, name: string): Promise<object> {
  const context = await readContext(configFolder, name);
  const { meta, tls } = contextFolders(configFolder, name);
  const files: string[] = [];
  for (const file of ["ca.pem", "cert.pem", "key.pem"]) {
    if (await exists(join(tls, "docker", file))) files.push(file);
  }
  return {
    Name: context.name,
    Metadata: { Description: context.description },
    Endpoints: { docker: { Host: hostOf(context), SkipTLSVerify: context.skipTlsVerify } },
    TLSMaterial: files.length > 0 ? { docker: files } : {},
    Storage: { MetadataPath: meta, TLSPath: tls },
  };
}

/** The address without a password that somebody put there by mistake; for one that is no address, a word that says so. */
export function hostOf({ host }: Pick<DockerContext, "host">): string {
  try {
    return formatEndpoint(parseEndpoint(host));
  } catch {
    return "(not an engine's address)";
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
