import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { confirmRemoval, running, stopped } from "./confirmRemoval";

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

  run: (host, selected) =>
    confirmRemoval(host, selected, {
      title: "Remove Containers",
      placeholder: "Which stopped containers?",
      states: stopped,
      none: "There is no stopped container to remove.",
    }),

  equivalent: ({ container: { name, state } }) =>
    stopped.some((one) => one === state) ? ["docker", "rm", name] : undefined,
};

/** What `docker rm -f` does: the program is killed, not asked to end. */
export const removeRunningContainers: Command<ContainerSubject> = {
  id: "containers.removeRunning",
  title: "Remove Running…",
  icon: "trash",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows(...running), group: "9_destructive@1" }],
  palette: "always",

  run: (host, selected) =>
    confirmRemoval(host, selected, {
      title: "Remove Running Containers",
      placeholder: "Which containers? They are killed and removed.",
      states: running,
      none: "No container is running.",
    }),

  equivalent: ({ container: { name, state } }) =>
    running.some((one) => one === state) ? ["docker", "rm", "-f", name] : undefined,
};
