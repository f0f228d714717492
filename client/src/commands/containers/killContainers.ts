import { containerRows } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import { eachOf } from "../eachOf";
import { chooseContainers, containerWords } from "./chooseContainers";
import { running } from "./confirmRemoval";

/** The signals that people send to programs, by what those usually do about them. */
const signals: Readonly<Record<string, string>> = {
  KILL: "ends it at once; it gets no time to save anything",
  TERM: "asks it to end, as Stop does first",
  INT: "what Ctrl+C sends",
  HUP: "many programs read their configuration anew",
  QUIT: "ends it; a Java program prints its threads and goes on",
  USR1: "whatever the program means by it",
  USR2: "whatever the program means by it",
};

export const killContainers: Command<ContainerSubject> = {
  id: "containers.kill",
  title: "Kill…",
  icon: "zap",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: containerRows(...running), group: "1_run@5" }],
  palette: "always",

  async run(host, selected) {
    const containers = await chooseContainers(host, selected, {
      title: "Kill Containers",
      placeholder: "Which containers?",
      states: running,
      none: "No container is running.",
    });
    if (containers.length === 0) return;
    const signalName = await host.ui.pick({
      title: `Kill ${containerWords(containers)}`,
      placeholder: "Which signal should its main process get?",
      items: Object.entries(signals).map(([label, description]) => ({ label, description, value: label })),
    });
    if (signalName === undefined) return;
    const engine = await host.engine();
    await eachOf(host, {
      title: `Killing ${containerWords(containers)}`,
      items: containers,
      name: ({ name }) => name,
      act: ({ id }) => engine.containers.kill(id, signalName),
    });
  },

  equivalent: ({ container }) =>
    running.some((state) => state === container.state) ? ["docker", "kill", container.name] : undefined,
};
