import type { ContainerSubject } from "../../selection/subject";
import type { CommandHost } from "../commandHost";
import { eachOf } from "../eachOf";
import { type ContainerChoice, chooseContainers, containerLines, containerWords } from "./chooseContainers";

export const stopped = ["created", "exited", "dead"] as const;
export const running = ["running", "restarting", "paused"] as const;

/** Asks what will be lost, then removes. One that runs among them makes the question a stronger one. */
export async function confirmRemoval(
  host: CommandHost,
  selected: readonly ContainerSubject[],
  choice: ContainerChoice,
): Promise<void> {
  // By keyboard, and among several, the rows may be in any state.
  const containers =
    selected.length > 0
      ? selected.map(({ container }) => container)
      : await chooseContainers(host, [], choice);
  if (containers.length === 0) return;
  const force = containers.some(({ state }) => !stopped.some((one) => one === state));
  const words = containerWords(containers);
  const answer = await host.ui.confirm({
    message: force ? `Kill and remove ${words}?` : `Remove ${words}?`,
    detail: `${force ? "The programs get no time to shut down cleanly. " : ""}What was written inside is lost; volumes and images stay.${
      force ? " To let them shut down first, stop them, then remove them." : ""
    }${containerLines(containers)}`,
    action: force ? "Kill and Remove" : "Remove",
  });
  if (answer === "declined") return;
  const engine = await host.engine();
  await eachOf(host, {
    title: `Removing ${words}`,
    items: containers,
    name: ({ name }) => name,
    act: ({ id }) => engine.containers.remove(id, { force }),
  });
}
