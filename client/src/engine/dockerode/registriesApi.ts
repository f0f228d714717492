import type { RegistriesApi } from "../engine";
import { EngineError } from "../engineError";
import { recordFrom } from "./answerFrom";
import type { Connection } from "./connection";
import { credentialToApi } from "./credentialToApi";
import { namePath } from "./namePath";

/** Each of these waits for a registry, which the engine itself gives a minute or less. */
const atRegistry = { peer: "registry", deadlineMs: 120_000 } as const;

export function registriesApi(connection: Connection): RegistriesApi {
  return {
    checkLogin(credential) {
      return connection.call(async (docker) => {
        // An engine may also answer 204, with nothing at all.
        const answer = (await docker.checkAuth(credentialToApi(credential))) as {
          readonly IdentityToken?: string;
        };
        return answer.IdentityToken || undefined;
      }, atRegistry);
    },

    digest(reference, credential) {
      return connection.call(async (docker) => {
        const image = docker.getImage(namePath(reference));
        const answer = await image.distribution(credential && { authconfig: credentialToApi(credential) });
        const { digest } = recordFrom<ApiDistribution>(answer).Descriptor ?? {};
        if (digest === undefined) throw new EngineError("registry-failed", "The registry gave no digest.");
        return digest;
      }, atRegistry);
    },
  };
}

interface ApiDistribution {
  readonly Descriptor?: { readonly digest?: string };
}
