import type { Container } from "../../engine/container";
import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { chooseContainers, noContainers } from "./chooseContainers";

export const copyContainerName: Command<ContainerSubject> = {
  id: "containers.copyName",
  title: "Copy Name",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "5_copy@1" }],
  palette: "always",

  run: (host, selected) => copyOf(host, selected, ({ name }) => name),
};

export const copyContainerId: Command<ContainerSubject> = {
  id: "containers.copyId",
  title: "Copy Id",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "5_copy@2" }],
  palette: "always",

  run: (host, selected) => copyOf(host, selected, ({ id }) => id),
};

/** One a line. */
async function copyOf(
  host: CommandHost,
  selected: readonly ContainerSubject[],
  textOf: (container: Container) => string,
): Promise<void> {
  const containers = await chooseContainers(host, selected, {
    title: "Copy",
    placeholder: "Of which containers?",
    none: noContainers,
  });
  if (containers.length > 0) await host.ui.copy(containers.map(textOf).join("\n"));
}
