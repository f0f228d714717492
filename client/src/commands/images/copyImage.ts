import { imageRows, taggedImageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";

export const copyImageReference: Command<ImageSubject> = {
  id: "images.copyReference",
  title: "Copy Reference",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: taggedImageRows, group: "5_copy@1" }],
  palette: "never",
  keybinding: { key: "ctrl+c", mac: "cmd+c", when: ["focusedView == drydock.images", "listFocus"] },

  run: ({ ui }, selected) => ui.copy(selected.map(nameOfImage).join("\n")),
};

export const copyImageId: Command<ImageSubject> = {
  id: "images.copyId",
  title: "Copy Id",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "5_copy@2" }],
  palette: "never",

  run: ({ ui }, selected) => ui.copy(selected.map(({ image }) => image.id).join("\n")),
};
