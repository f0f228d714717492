import type { ContainerState } from "../../engine/container";
import type { ContainerContextValue } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import { portWords } from "../../views/portWords";
import type { Command } from "../command";
import { chooseContainer } from "./chooseContainers";
import { browsablePorts, portUrl } from "./containerUrl";

const reachable = ["running"] as const satisfies readonly ContainerState[];
const rows: readonly ContainerContextValue[] = ["container.running.published"];

export const openInBrowser: Command<ContainerSubject> = {
  id: "containers.openInBrowser",
  title: "Open in Browser",
  icon: "link-external",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows, group: "inline@1" },
    { menu: "view/item/context", rows, group: "2_look@0" },
  ],
  palette: "always",

  async run(host, selected) {
    const { ui } = host;
    const container = await chooseContainer(host, selected, {
      title: "Open in Browser",
      placeholder: "Which container?",
      states: reachable,
      none: "No container is running.",
    });
    if (!container) return;
    const ports = browsablePorts(container);
    if (ports.length === 0) {
      ui.report({
        severity: "warning",
        message: `${container.name} publishes no port, so nothing outside can reach it. EXPOSE alone does not publish: run the image again and publish each port on a host port.`,
      });
      return;
    }
    const port =
      ports.length === 1
        ? ports[0]
        : await ui.pick({
            title: "Open in Browser",
            placeholder: "Which port?",
            items: ports.map((one) => ({ label: portWords(one), value: one })),
          });
    if (port) await ui.openExternal(await portUrl(host, port));
  },
};
