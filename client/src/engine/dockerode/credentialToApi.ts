import type { RegistryCredential } from "../build";

/** The AuthConfig that the engine takes with each request that goes to a registry. */
export interface ApiCredential {
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly serveraddress?: string;
}

/** Empty for nobody: 20.10 refuses a push that says nothing at all. */
export function credentialToApi(credential: RegistryCredential | undefined): ApiCredential {
  if (credential === undefined) return {};
  const { server, user, password, identityToken } = credential;
  return {
    serveraddress: server,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    ...(identityToken !== undefined && { identitytoken: identityToken }),
  };
}
