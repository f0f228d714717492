import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { eachOf } from "../eachOf";
import { chooseContainers, containerWords } from "./chooseContainers";

const stoppable = ["running", "restarting", "paused"] as const;

export const stopContainers: Command<ContainerSubject> = {
  id: "containers.stop",
  title: "Stop",
  icon: "debug-stop",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows(...stoppable), group: "inline@2" },
    { menu: "view/item/context", rows: containerRows(...stoppable), group: "1_run@2" },
  ],
  palette: "always",

  async run(host, selected) {
    const containers = await chooseContainers(host, selected, {
      title: "Stop Containers",
      placeholder: "Which containers?",
      states: stoppable,
      none: "No container is running.",
    });
    if (containers.length === 0) return;
    const engine = await host.engine();
    await eachOf(host, {
      title: `Stopping ${containerWords(containers)}`,
      items: containers,
      name: ({ name }) => name,
      act: ({ id }) => engine.containers.stop(id),
    });
  },

  equivalent: ({ container }) => ["docker", "stop", container.name],
};
