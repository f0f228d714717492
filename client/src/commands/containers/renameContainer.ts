import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { chooseContainer, noContainers } from "./chooseContainers";
import { checkContainerName } from "./containerName";

export const renameContainer: Command<ContainerSubject> = {
  id: "containers.rename",
  title: "Rename…",
  icon: "edit",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "3_change@1" }],
  palette: "always",
  keybinding: { key: "f2", when: ["focusedView == drydock.containers", "listFocus"] },

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Rename Container",
      placeholder: "Which container?",
      none: noContainers,
    });
    if (!container) return;
    const engine = await host.engine();
    const taken = new Set((await engine.containers.list()).map(({ name }) => name));
    const typed = await host.ui.input({
      title: "Rename Container",
      prompt: `A new name for ${container.name}. Containers on its network will find it under the new name.`,
      value: container.name,
      validate: (value) =>
        value.trim() === container.name
          ? { severity: "error", message: "That is already its name." }
          : checkContainerName(value, taken),
    });
    if (typed === undefined) return;
    const name = typed.trim();
    await engine.containers.rename(container.id, name);
    host.ui.report({
      severity: "information",
      message: `${container.name} is now ${name}.`,
      actions: [copyAction(host, ["docker", "rename", container.name, name])],
    });
  },

  equivalent: ({ container }) => ["docker", "rename", container.name, "NEW_NAME"],
};
