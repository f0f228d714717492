import type { RegistryCredential } from "../../engine/build";
import { isEngineError } from "../../engine/isEngineError";
import type { CommandHost } from "../commandHost";
import { askLogin } from "./askLogin";
import { registryWords } from "./registryServer";

/** Whether a login is asked for before the first try, or only when the registry wants one. */
export type LoginNeed = "always" | "only when asked";

/**
 * Does something at a registry with the login that docker has for it. Where the registry refuses, asks for a login
 * and tries again, as long as the person goes on. Other errors pass through.
 */
export async function withLogin<T>(
  host: CommandHost,
  server: string,
  need: LoginNeed,
  work: (credential: RegistryCredential | undefined) => Promise<T>,
): Promise<{ readonly result: T } | "given up"> {
  let credential = await host.credentials.credentialFor(server);
  if (!credential && need === "always") {
    credential = await askLogin(host, server, `${registryWords(server)} needs a login for this.`);
    if (!credential) return "given up";
  }
  for (;;) {
    try {
      return { result: await work(credential) };
    } catch (error) {
      if (!isEngineError(error) || error.kind !== "registry-unauthorized") throw error;
      const words = credential
        ? `${registryWords(server)} refused the login of ${credential.user ?? "the stored user"}.`
        : `${registryWords(server)} needs a login for this.`;
      credential = await askLogin(host, server, words);
      if (!credential) return "given up";
    }
  }
}
