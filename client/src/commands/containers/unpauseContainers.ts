import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { actOnContainers } from "./actOnContainers";

const states = ["paused"] as const;

export const unpauseContainers: Command<ContainerSubject> = {
  id: "containers.unpause",
  title: "Unpause",
  icon: "debug-continue",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows(...states), group: "inline@1" },
    { menu: "view/item/context", rows: containerRows(...states), group: "1_run@4" },
  ],
  palette: "always",

  run: (host, selected) =>
    actOnContainers(host, selected, {
      choice: {
        title: "Unpause Containers",
        placeholder: "Which containers?",
        states,
        none: "No container is paused.",
      },
      doing: "Unpausing",
      act: (containers, { id }) => containers.unpause(id),
    }),

  equivalent: ({ container }) =>
    states.some((state) => state === container.state) ? ["docker", "unpause", container.name] : undefined,
};
