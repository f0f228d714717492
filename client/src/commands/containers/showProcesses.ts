import type { ProcessList } from "../../engine/container";
import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { chooseContainer } from "./chooseContainers";

const states = ["running", "paused"] as const;

export const showProcesses: Command<ContainerSubject> = {
  id: "containers.processes",
  title: "Show Processes",
  icon: "list-tree",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows(...states), group: "2_look@3" }],
  palette: "always",

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Show Processes",
      placeholder: "Which container?",
      states,
      none: "No container is running.",
    });
    if (!container) return;
    const processes = await (await host.engine()).containers.processes(container.id);
    await host.ui.showDocument({
      name: `container/${container.name}.processes.txt`,
      text: processTable(processes),
    });
  },

  equivalent: ({ container }) =>
    states.some((state) => state === container.state) ? ["docker", "top", container.name] : undefined,
};

/** Columns below each other; the last one, the command, is left as long as it is. */
export function processTable({ titles, rows }: ProcessList): string {
  const lines = [titles, ...rows].map((cells) => cells.map((cell) => cell.replace(/\s+/g, " ")));
  const widths = titles.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
    .concat("\n");
}
