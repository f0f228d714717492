import { dockerHubServer, parseReference } from "../../engine/reference";
import type { CommandHost } from "../commandHost";
import { askLogin } from "../registries/askLogin";
import { registryServer } from "../registries/registryServer";

/**
 * The name to push under. Docker Hub takes only what begins with a user or organization, so a name that the person
 * can't own there is found out before a byte is sent, and another one offered.
 */
export async function pushTarget(host: CommandHost, reference: string): Promise<string | undefined> {
  if (registryServer(reference) !== dockerHubServer) return reference;
  const { ui, credentials } = host;
  const login =
    (await credentials.credentialFor(dockerHubServer)) ??
    (await askLogin(host, dockerHubServer, "Pushing to Docker Hub needs a login."));
  if (!login) return undefined;
  if (login.user === undefined || login.user === "<token>") return reference;

  const { path, tag = "latest" } = parseReference(reference);
  const namespace = path.slice(0, path.indexOf("/"));
  const user = login.user.toLowerCase();
  if (namespace === user) return reference;

  const own = `${user}/${path.slice(path.indexOf("/") + 1)}:${tag}`;
  const isOfficial = namespace === "library";
  const items = [
    { label: `Tag as ${own} and push that`, description: "yours", icon: "tag", value: own },
    ...(isOfficial
      ? []
      : [
          {
            label: `Push ${reference} as is`,
            description: `works if you may write to ${namespace}`,
            icon: "organization",
            value: reference,
          },
        ]),
  ];
  return ui.pick({
    title: "Push Image",
    placeholder: isOfficial
      ? "Names without a user are reserved for Docker Hub's official images."
      : `You are logged in as ${login.user}, and ${namespace} is not your user.`,
    items,
  });
}
