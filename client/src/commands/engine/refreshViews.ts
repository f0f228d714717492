import type { Command } from "../command";

export const refreshViews: Command = {
  id: "engine.refresh",
  title: "Refresh",
  icon: "refresh",
  menus: [
    { menu: "view/title", view: "drydock.images", group: "navigation@9" },
    { menu: "view/title", view: "drydock.containers", group: "navigation@9" },
  ],
  palette: "always",

  async run({ refresh }) {
    refresh();
  },
};
