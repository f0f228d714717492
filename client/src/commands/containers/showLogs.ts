import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { chooseContainer } from "./chooseContainers";

export const showLogs: Command<ContainerSubject> = {
  id: "containers.logs",
  title: "Show Logs",
  icon: "output",
  on: ["container"],
  menus: [
    { menu: "view/item/context", rows: everyContainerRow, group: "inline@3" },
    { menu: "view/item/context", rows: everyContainerRow, group: "2_look@1" },
  ],
  palette: "always",

  async run(host, selected) {
    const container = await chooseContainer(host, selected, {
      title: "Show Logs",
      placeholder: "Which container?",
      none: "There are no containers yet.",
    });
    if (!container) return;
    const engine = await host.engine();
    const output = host.ui.output(`Drydock Logs: ${container.name}`);
    const signal = output.begin();
    output.show();
    // Not awaited: the log goes on for as long as the container runs.
    engine.containers
      .logs(
        container.id,
        { follow: true, tail: host.preferences.logLines },
        ({ text }) => output.append(text),
        signal,
      )
      .then(
        () => {
          if (!signal.aborted) output.append(`\n— ${container.name} has stopped; its log ends here. —\n`);
        },
        (error) => host.reportFailure(error, `Following the log of ${container.name}`),
      );
  },

  equivalent: ({ container }) => ["docker", "logs", "-f", "--tail", "1000", container.name],
};
