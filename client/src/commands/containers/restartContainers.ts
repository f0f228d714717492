import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { actOnContainers } from "./actOnContainers";
import { running } from "./confirmRemoval";

export const restartContainers: Command<ContainerSubject> = {
  id: "containers.restart",
  title: "Restart",
  icon: "debug-restart",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows(...running), group: "1_run@3" }],
  palette: "always",

  run: (host, selected) =>
    actOnContainers(host, selected, {
      choice: {
        title: "Restart Containers",
        placeholder: "Which containers?",
        states: running,
        none: "No container is running.",
      },
      doing: "Restarting",
      act: (containers, { id }) => containers.restart(id),
    }),

  equivalent: ({ container }) =>
    running.some((state) => state === container.state) ? ["docker", "restart", container.name] : undefined,
};
