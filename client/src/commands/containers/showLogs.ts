import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { chooseContainer, noContainers } from "./chooseContainers";
import { defaultLogChoice, followLog } from "./followLog";

export const showLogs: Command<ContainerSubject> = {
  id: "containers.logs",
  title: "Show Logs",
  icon: "output",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: everyContainerRow, group: "inline@3" },
    { menu: "view/item/context", rows: everyContainerRow, group: "2_look@1" },
  ],
  palette: "always",

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Show Logs",
      placeholder: "Which container?",
      none: noContainers,
    });
    if (container) followLog(host, { container, choice: defaultLogChoice });
  },

  equivalent: ({ container }) => ["docker", "logs", "-f", "--tail", "1000", container.name],
};
