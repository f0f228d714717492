import type { PickItem } from "../../ui/ui";
import type { ContainerGrouping } from "../../views/containerArrangement";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { type PresentChoice, pickPresent } from "../pickPresent";

export const groupContainers: Command = {
  id: "containers.group",
  title: "Group Containers By…",
  menus: [{ menu: "view/title", view: "drydock.containers", group: "1_arrange@1" }],
  palette: "always",
  trust: "not needed",

  async run(host) {
    const { ui, containersView } = host;
    const present = containersView.arrangement();
    const groupBy = await pickPresent(ui, {
      title: "Group Containers",
      placeholder: "How do you want to group them?",
      choices,
      present: present.groupBy,
    });
    if (groupBy === undefined) return;
    if (groupBy !== "label") return containersView.arrange({ groupBy });
    const label = await askLabel(host, present.label);
    if (label !== undefined) await containersView.arrange({ groupBy, label });
  },
};

const choices: PresentChoice<ContainerGrouping>["choices"] = {
  project: { label: "Compose Project", description: "what one compose file started" },
  image: { label: "Image", description: "what was made from the same image" },
  state: { label: "State", description: "running, exited and so on" },
  label: { label: "Label…", description: "by the values of one label" },
  none: { label: "Nothing", description: "one flat list" },
};

/** One of the labels that there are, the most common first. */
async function askLabel({ ui, engine }: CommandHost, present: string): Promise<string | undefined> {
  const counts = new Map<string, number>();
  for (const { labels } of await (await engine()).containers.list())
    for (const label of Object.keys(labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const items: PickItem<string>[] = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([label, count]) => ({
      label,
      description: count === 1 ? "1 container" : `${count} containers`,
      value: label,
      ...(label === present && { picked: "picked" as const }),
    }));
  if (items.length === 0) {
    ui.report({
      severity: "information",
      message: "No container has a label, so there is nothing to group by.",
    });
    return undefined;
  }
  return ui.pick({ title: "Group Containers by Label", placeholder: "Which label?", items });
}
