import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { eachOf } from "../eachOf";
import { chooseContainers, containerLines, containerWords } from "./chooseContainers";
import { removeRunningContainers } from "./removeRunningContainers";

const stopped = ["created", "exited", "dead"] as const;

export const removeContainers: Command<ContainerSubject> = {
  id: "containers.remove",
  title: "Remove…",
  icon: "trash",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: containerRows(...stopped), group: "inline@9" },
    { menu: "view/item/context", rows: containerRows(...stopped), group: "9_destructive@1" },
  ],
  palette: "always",
  keybinding: {
    key: "delete",
    mac: "cmd+backspace",
    when: ["focusedView == drydock.containers", "listFocus"],
  },

  async run(host, selected) {
    // By keyboard the row may be any; one that runs needs the stronger question.
    if (selected.some(({ container: { state } }) => !isStopped(state)))
      return removeRunningContainers.run(host, selected);
    const containers = await chooseContainers(host, selected, {
      title: "Remove Containers",
      placeholder: "Which stopped containers?",
      states: stopped,
      none: "There is no stopped container to remove.",
    });
    if (containers.length === 0) return;
    const answer = await host.ui.confirm({
      message: `Remove ${containerWords(containers)}?`,
      detail: `What was written inside is lost; volumes and images stay.${containerLines(containers)}`,
      action: "Remove",
    });
    if (answer === "declined") return;
    const engine = await host.engine();
    await eachOf(host, {
      title: `Removing ${containerWords(containers)}`,
      items: containers,
      name: ({ name }) => name,
      act: ({ id }) => engine.containers.remove(id),
    });
  },

  equivalent: ({ container }) => (isStopped(container.state) ? ["docker", "rm", container.name] : undefined),
};

function isStopped(state: string): boolean {
  return stopped.some((one) => one === state);
}
