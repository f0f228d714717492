import type { FileChange } from "../../engine/container";
import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Ui } from "../../ui/ui";
import type { Command } from "../command";
import { changeCounts, changesText } from "./changedFiles";
import { chooseContainer, noContainers } from "./chooseContainers";

export const showChanges: Command<ContainerSubject> = {
  id: "containers.changes",
  title: "Show Changed Files",
  icon: "diff",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "2_look@4" }],
  palette: "always",

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Show Changed Files",
      placeholder: "Which container?",
      none: noContainers,
    });
    if (!container) return;
    const changes = await (await host.engine()).containers.changes(container.id);
    await showChangesDocument(host.ui, container, changes);
  },

  equivalent: ({ container }) => ["docker", "diff", container.name],
};

export async function showChangesDocument(
  ui: Ui,
  { name, image }: { readonly name: string; readonly image: string },
  changes: readonly FileChange[],
): Promise<void> {
  const intro = `Since ${name} was made from ${image}: ${changeCounts(changes)}.`;
  const legend = "A is added, C changed, D deleted. What is in volumes and bind mounts is not part of it.";
  await ui.showDocument({
    name: `container/${name}.changes.txt`,
    text: `${intro}\n${legend}\n\n${changesText(changes)}`,
  });
}
