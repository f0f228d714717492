import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { actOnContainers } from "./actOnContainers";

const states = ["running"] as const;

export const pauseContainers: Command<ContainerSubject> = {
  id: "containers.pause",
  title: "Pause",
  icon: "debug-pause",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows(...states), group: "1_run@4" }],
  palette: "always",

  run: (host, selected) =>
    actOnContainers(host, selected, {
      choice: {
        title: "Pause Containers",
        placeholder: "Which containers?",
        states,
        none: "No container is running.",
      },
      doing: "Pausing",
      act: (containers, { id }) => containers.pause(id),
    }),

  equivalent: ({ container }) =>
    states.some((state) => state === container.state) ? ["docker", "pause", container.name] : undefined,
};
