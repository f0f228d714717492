import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { actOnContainers } from "./actOnContainers";

const states = ["created", "exited"] as const;

export const startContainers: Command<ContainerSubject> = {
  id: "containers.start",
  title: "Start",
  icon: "play",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows(...states), group: "inline@1" },
    { menu: "view/item/context", rows: containerRows(...states), group: "1_run@1" },
  ],
  palette: "always",

  run: (host, selected) =>
    actOnContainers(host, selected, {
      choice: {
        title: "Start Containers",
        placeholder: "Which containers?",
        states,
        none: "No container is stopped.",
      },
      doing: "Starting",
      act: (containers, { id }) => containers.start(id),
    }),

  equivalent: ({ container }) =>
    states.some((state) => state === container.state) ? ["docker", "start", container.name] : undefined,
};
