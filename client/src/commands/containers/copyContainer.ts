import { everyContainerRow } from "../../selection/contextValue";
import type { ContainerSubject } from "../../selection/subject";
import type { Command } from "../command";

export const copyContainerName: Command<ContainerSubject> = {
  id: "containers.copyName",
  title: "Copy Name",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "5_copy@1" }],
  palette: "never",

  run: ({ ui }, selected) => ui.copy(selected.map(({ container }) => container.name).join("\n")),
};

export const copyContainerId: Command<ContainerSubject> = {
  id: "containers.copyId",
  title: "Copy Id",
  on: ["container"],
  menus: [{ menu: "view/item/context", rows: everyContainerRow, group: "5_copy@2" }],
  palette: "never",

  run: ({ ui }, selected) => ui.copy(selected.map(({ container }) => container.id).join("\n")),
};
