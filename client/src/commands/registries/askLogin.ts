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
  const stored = await credentials.credentialFor(server);
  const keeping = await askKeeping(host, { server, reason, storage, stored });
  if (keeping === undefined) return undefined;
  let user = stored?.user ?? "";
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
          prompt: `Your password or, better, an access token. ${keptWords(keeping, storage)}`,
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
      if (keeping === "for now") credentials.remember(checked);
      else await credentials.logIn(checked);
      if (server === dockerHubServer) await memory.set("registry.user", user);
      return checked;
    } catch (error) {
      if (!isEngineError(error) || error.kind !== "registry-unauthorized") throw error;
      told = `${registryWords(server)} refused that user and password; nothing was stored. Check both.`;
    }
  }
}

type Keeping = "where docker does" | "for now";

interface KeepingQuestion {
  readonly server: string;
  /** Why a login is asked for at all: it may come in the middle of something else. */
  readonly reason: string;
  readonly storage: CredentialStorage;
  readonly stored: RegistryCredential | undefined;
}

/** Said before the password is typed, not after. */
function keptWords(keeping: Keeping, storage: CredentialStorage): string {
  if (keeping === "for now") return "It will be forgotten when this window closes.";
  return storage.kind === "helper"
    ? `It will be stored by Docker's credential helper “${storage.name}”.`
    : `It will be stored in ${storage.path}, as base64.`;
}

/**
 * A file that anyone may read who reads the person's files is no place that they choose by themselves, so they are
 * asked, unless it holds a login for this server already. Undefined where they gave up.
 */
async function askKeeping(
  { ui }: CommandHost,
  { server, reason, storage, stored }: KeepingQuestion,
): Promise<Keeping | undefined> {
  if (storage.kind === "helper" || stored) return "where docker does";
  const answer = await ui.pick<Keeping | "help">({
    title: `Log In to ${registryWords(server)}`,
    placeholder: `${reason} Where do you want to keep the login?`.trim(),
    items: [
      {
        label: "In docker's own file",
        detail: "As base64, which is not encryption: anyone who can read the file has the login.",
        icon: "file",
        value: "where docker does",
      },
      {
        label: "Nowhere: forget it when this window closes",
        detail: "Docker's command line won't know about it.",
        icon: "history",
        value: "for now",
      },
      {
        label: "How to Set Up a Credential Helper",
        detail: "Docker has none yet. Once it has one, log in again: the helper keeps the login safe.",
        icon: "question",
        value: "help",
      },
    ],
  });
  if (answer !== "help") return answer;
  await ui.openExternal("https://docs.docker.com/reference/cli/docker/login/#credential-stores");
  return undefined;
}

function required(value: string, message: string): { severity: "error"; message: string } | undefined {
  return value.trim() === "" ? { severity: "error", message } : undefined;
}
