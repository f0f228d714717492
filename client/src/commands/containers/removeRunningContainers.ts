import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { eachOf } from "../eachOf";
import { chooseContainers, containerLines, containerWords } from "./chooseContainers";

const running = ["running", "restarting", "paused"] as const;

/** What `docker rm -f` does: the program is killed, not asked to end. */
export const removeRunningContainers: Command<ContainerSubject> = {
  id: "containers.removeRunning",
  title: "Remove Running…",
  icon: "trash",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows(...running), group: "9_destructive@1" }],
  palette: "always",

  async run(host, selected) {
    const containers = await chooseContainers(host, selected, {
      title: "Remove Running Containers",
      placeholder: "Which containers? They are killed and removed.",
      states: running,
      none: "No container is running.",
    });
    if (containers.length === 0) return;
    const answer = await host.ui.confirm({
      message: `Kill and remove ${containerWords(containers)}?`,
      detail: `The programs get no time to end in order. What was written inside is lost; volumes and images stay. To let them end first, stop them, then remove them.${containerLines(containers)}`,
      action: "Kill and Remove",
    });
    if (answer === "declined") return;
    const engine = await host.engine();
    await eachOf(host, {
      title: `Removing ${containerWords(containers)}`,
      items: containers,
      name: ({ name }) => name,
      act: ({ id }) => engine.containers.remove(id, { force: true }),
    });
  },

  equivalent: ({ container }) =>
    running.some((state) => state === container.state) ? ["docker", "rm", "-f", container.name] : undefined,
};
