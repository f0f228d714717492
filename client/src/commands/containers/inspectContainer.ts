import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { chooseContainer, noContainers } from "./chooseContainers";

export const inspectContainer: Command<ContainerSubject> = {
  id: "containers.inspect",
  title: "Inspect",
  icon: "json",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "2_look@2" }],
  palette: "always",

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Inspect Container",
      placeholder: "Which container?",
      none: noContainers,
    });
    if (!container) return;
    const { raw } = await (await host.engine()).containers.inspect(container.id);
    await host.ui.showDocument({
      name: `container/${container.name}.json`,
      text: JSON.stringify(raw, undefined, 2),
    });
  },

  equivalent: ({ container }) => ["docker", "container", "inspect", container.name],
};
