import type { RegistriesApi } from "../engine";
import { EngineError } from "../engineError";
import type { Connection } from "./connection";
import { credentialToApi } from "./credentialToApi";
import { namePath } from "./namePath";

/** Each of these waits for a registry, which the engine itself gives a minute or less. */
const atRegistry = { peer: "registry", deadlineMs: 120_000 } as const;

export function registriesApi(connection: Connection): RegistriesApi {
  return {
    async checkLogin(credential) {
      const answer = (await connection.call(
        (docker) => docker.checkAuth(credentialToApi(credential)),
        atRegistry,
      )) as { readonly IdentityToken?: string };
      return answer.IdentityToken || undefined;
    },

    async digest(reference, credential) {
      const answer = await connection.call(async (docker) => {
        const image = docker.getImage(namePath(reference));
        return (await image.distribution(credential && { authconfig: credentialToApi(credential) })) as {
          readonly Descriptor?: { readonly digest?: string };
        };
      }, atRegistry);
      const digest = answer.Descriptor?.digest;
      if (digest === undefined) throw new EngineError("registry-failed", "The registry gave no digest.");
      return digest;
    },
  };
}
