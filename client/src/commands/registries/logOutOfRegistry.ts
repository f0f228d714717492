import type { Command } from "../command";
import { registryWords } from "./registryServer";

export const logOutOfRegistry: Command = {
  id: "registries.logOut",
  title: "Log Out of Registry…",
  icon: "sign-out",
  menus: [{ menu: "view/title", view: "drydock.images", group: "3_registry@2" }],
  palette: "always",

  async run({ ui, credentials }) {
    const servers = await credentials.servers();
    if (servers.length === 0) {
      ui.report({ severity: "information", message: "You are not logged in to any registry." });
      return;
    }
    const server = await ui.pick({
      title: "Log Out",
      placeholder: "Which registry? Its login is removed for docker's command line, too.",
      items: servers.map((one) => ({ label: registryWords(one), icon: "cloud", value: one })),
    });
    if (server === undefined) return;
    await credentials.logOut(server);
    ui.report({ severity: "information", message: `Logged out of ${registryWords(server)}.` });
  },
};
