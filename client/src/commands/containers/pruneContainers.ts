import { humanSize } from "../../views/humanSize";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { containerLines, containerWords } from "./chooseContainers";
import { stopped } from "./confirmRemoval";

export const pruneContainers: Command = {
  id: "containers.prune",
  title: "Remove All Stopped…",
  icon: "clear-all",
  menus: [{ menu: "view/title", view: "drydock.containers", group: "9_destructive@1" }],
  palette: "always",

  async run(host) {
    const { ui } = host;
    const engine = await host.engine();
    const [listed, usage] = await Promise.all([engine.containers.list(), engine.system.diskUsage()]);
    const containers = listed.filter(({ state }) => stopped.some((one) => one === state));
    if (containers.length === 0) {
      ui.report({
        severity: "information",
        message: "There are no stopped containers to remove.",
      });
      return;
    }
    const freed = usage.containers.reclaimable;
    const answer = await ui.confirm({
      message: `Remove ${containerWords(containers)}?`,
      detail: `${freed > 0 ? `This frees ${humanSize(freed)}. ` : ""}What was written inside them is lost; volumes and images stay.${containerLines(containers)}`,
      action: "Remove",
    });
    if (answer === "declined") return;
    const { removed, reclaimed } = await ui.progress(`Removing ${containerWords(containers)}`, () =>
      engine.containers.prune(),
    );
    ui.report({
      severity: "information",
      message: `Removed ${removed.length} ${removed.length === 1 ? "container" : "containers"} and freed ${humanSize(reclaimed)}.`,
      actions: [copyAction(host, ["docker", "container", "prune", "-f"])],
    });
  },
};
