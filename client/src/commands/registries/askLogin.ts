import type { RegistryCredential } from "../../engine/build";
import type { CredentialStorage } from "../../engine/credentials/credentialStore";
import { isEngineError } from "../../engine/isEngineError";
import { dockerHubServer } from "../../engine/reference";
import type { CommandHost } from "../commandHost";
import { registryWords } from "./registryServer";

/**
 * Asks for user and password, has the registry check them, and stores them where docker's command line would. A wrong
 * password is told and asked for again. Undefined where the person gave up.
 */
export async function askLogin(
  host: CommandHost,
  server: string,
  reason: string,
): Promise<RegistryCredential | undefined> {
  const { ui, credentials, memory } = host;
  const storage = await credentials.storageFor(server);
  const place = storageWords(storage);
  let user = (await credentials.credentialFor(server))?.user ?? "";
  let told = reason;

  for (;;) {
    const answers = await ui.askSteps(`Log In to ${registryWords(server)}`, [
      {
        key: "user",
        question: () => ({
          type: "input",
          prompt: `${told} Your user name at ${registryWords(server)}:`.trim(),
          value: user,
          validate: (value) => required(value, "Type your user name."),
        }),
      },
      {
        key: "password",
        question: () => ({
          type: "input",
          secret: "secret",
          prompt: `Your password, or better an access token. ${place}`,
          validate: (value) => required(value, "Type the password or token."),
        }),
      },
    ]);
    if (!answers) return undefined;
    user = answers.user.trim();
    const credential: RegistryCredential = { server, user, password: answers.password };
    try {
      const identityToken = await ui.progress(`Logging in to ${registryWords(server)}`, async () =>
        (await host.engine()).registries.checkLogin(credential),
      );
      const checked: RegistryCredential =
        identityToken === undefined ? credential : { server, user, identityToken };
      await credentials.logIn(checked);
      if (server === dockerHubServer) await memory.set("registry.user", user);
      return checked;
    } catch (error) {
      if (!isEngineError(error) || error.kind !== "registry-unauthorized") throw error;
      told = `${registryWords(server)} refused that user and password; nothing was stored. Check both.`;
    }
  }
}

/** Said before the password is typed, not after. */
function storageWords(storage: CredentialStorage): string {
  return storage.kind === "helper"
    ? `It is kept by docker's credential helper “${storage.name}”.`
    : `No credential helper is set up, so docker's file ${storage.path} keeps it, readable for anyone who can read that file (base64 is no encryption).`;
}

function required(value: string, message: string): { severity: "error"; message: string } | undefined {
  return value.trim() === "" ? { severity: "error", message } : undefined;
}
