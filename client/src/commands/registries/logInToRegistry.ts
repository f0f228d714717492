import { dockerHubServer } from "../../engine/reference";
import type { Command } from "../command";
import { askLogin } from "./askLogin";
import { registryWords } from "./registryServer";

const other = "another";

export const logInToRegistry: Command = {
  id: "registries.logIn",
  title: "Log In to Registry…",
  icon: "key",
  menus: [{ menu: "view/title", view: "drydock.images", group: "3_registry@1" }],
  palette: "always",

  async run(host) {
    const { ui, credentials, preferences } = host;
    const own = preferences.registry === "" ? [] : [preferences.registry];
    const known = [...new Set([...own, dockerHubServer, ...(await credentials.servers())])];
    const picked = await ui.pick({
      title: "Log In",
      placeholder: "Which registry?",
      items: [
        ...known.map((server) => ({ label: registryWords(server), icon: "cloud", value: server })),
        { label: "Another Registry…", icon: "add", value: other },
      ],
    });
    if (picked === undefined) return;
    const server = picked === other ? await askServer(host.ui) : picked;
    if (server === undefined) return;
    const credential = await askLogin(host, server, "");
    if (!credential) return;
    ui.report({
      severity: "information",
      message: `Logged in to ${registryWords(server)} as ${credential.user ?? "the token's user"}.`,
    });
  },
};

async function askServer(ui: { input: import("../../ui/ui").Ui["input"] }): Promise<string | undefined> {
  const typed = await ui.input({
    title: "Log In to Another Registry",
    prompt: "The registry's host, for example ghcr.io or localhost:5000.",
    validate: (value) =>
      /^[a-z0-9.-]+(?::\d+)?$/i.test(value.trim())
        ? undefined
        : {
            severity: "error",
            message: "Only the host, and its port where it has one: no https:// and no path.",
          },
  });
  return typed?.trim();
}
