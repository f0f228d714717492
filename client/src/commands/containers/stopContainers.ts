import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { actOnContainers } from "./actOnContainers";
import { running } from "./confirmRemoval";

export const stopContainers: Command<ContainerSubject> = {
  id: "containers.stop",
  title: "Stop",
  icon: "debug-stop",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows(...running), group: "inline@2" },
    { menu: "view/item/context", rows: containerRows(...running), group: "1_run@2" },
  ],
  palette: "always",

  run: (host, selected) =>
    actOnContainers(host, selected, {
      choice: {
        title: "Stop Containers",
        placeholder: "Which containers?",
        states: running,
        none: "No container is running.",
      },
      doing: "Stopping",
      act: (containers, { id }) => containers.stop(id),
    }),

  equivalent: ({ container }) =>
    running.some((state) => state === container.state) ? ["docker", "stop", container.name] : undefined,
};
