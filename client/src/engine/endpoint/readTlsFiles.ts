import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../dockerConfig/fileError";
import type { TlsFiles } from "../endpoint";
import { EngineError } from "../engineError";

/** Reads `ca.pem`, `cert.pem` and `key.pem`, as docker names them, where they are there. */
export async function readTlsFiles(folder: string): Promise<Omit<TlsFiles, "verify">> {
  const [ca, certificate, key] = await Promise.all(
    ["ca.pem", "cert.pem", "key.pem"].map(async (name) => {
      const file = join(folder, name);
      try {
        return await readFile(file, "utf8");
      } catch (error) {
        if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
        throw new EngineError("tls-failed", `${file} cannot be read: ${String(error)}`, { cause: error });
      }
    }),
  );
  return { ca, certificate, key };
}
