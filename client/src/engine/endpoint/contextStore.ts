import { createHash } from "node:crypto";
import { join } from "node:path";

/** The folder's name is the SHA-256 of the Docker context's name, as the CLI computes it. */
export function contextFolders(
  configFolder: string,
  name: string,
): { readonly meta: string; readonly tls: string } {
  const id = createHash("sha256").update(name).digest("hex");
  return { meta: join(configFolder, "contexts", "meta", id), tls: join(configFolder, "contexts", "tls", id) };
}
