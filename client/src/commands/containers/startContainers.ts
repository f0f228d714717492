import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { eachOf } from "../eachOf";
import { chooseContainers, containerWords } from "./chooseContainers";

const startable = ["created", "exited"] as const;

export const startContainers: Command<ContainerSubject> = {
  id: "containers.start",
  title: "Start",
  icon: "play",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows(...startable), group: "inline@1" },
    { menu: "view/item/context", rows: containerRows(...startable), group: "1_run@1" },
  ],
  palette: "always",

  async run(host, selected) {
    const containers = await chooseContainers(host, selected, {
      title: "Start Containers",
      placeholder: "Which containers?",
      states: startable,
      none: "No container is stopped.",
    });
    if (containers.length === 0) return;
    const engine = await host.engine();
    await eachOf(host, {
      title: `Starting ${containerWords(containers)}`,
      items: containers,
      name: ({ name }) => name,
      act: ({ id }) => engine.containers.start(id),
    });
  },

  equivalent: ({ container }) => ["docker", "start", container.name],
};
