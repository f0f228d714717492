import { splitReference } from "../../engine/reference";
import { imageRows, taggedImageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";

export const copyImageReference: Command<ImageSubject> = {
  id: "images.copyReference",
  title: "Copy Reference",
  on: ["image"],
  menus: [{ menu: "drydock.copyImage", rows: taggedImageRows, group: "1_copy@1" }],
  palette: "never",
  keybinding: { key: "ctrl+c", mac: "cmd+c", when: ["focusedView == drydock.images", "listFocus"] },

  run: ({ ui }, selected) => ui.copy(selected.map(nameOfImage).join("\n")),
};

export const copyImageId: Command<ImageSubject> = {
  id: "images.copyId",
  title: "Copy Id",
  on: ["image"],
  menus: [{ menu: "drydock.copyImage", rows: imageRows, group: "1_copy@2" }],
  palette: "never",

  run: ({ ui }, selected) => ui.copy(selected.map(({ image }) => image.id).join("\n")),
};

export const copyImageDigest: Command<ImageSubject> = {
  id: "images.copyDigest",
  title: "Copy Digest",
  on: ["image"],
  menus: [{ menu: "drydock.copyImage", rows: imageRows, group: "1_copy@3" }],
  palette: "never",

  async run({ ui }, selected) {
    const digests = selected.flatMap((subject) => digestOf(subject) ?? []);
    if (digests.length > 0) return ui.copy(digests.join("\n"));
    ui.report({
      severity: "information",
      message:
        "There is no digest yet: a registry gives it, so an image has one once it was pulled or pushed. Its id can be copied instead.",
    });
  },
};

/** `repository@digest` under the repository that the row is of, else under the first one that has it. */
export function digestOf({ image, reference }: ImageSubject): string | undefined {
  const repository = splitReference(reference ?? "").repository;
  return image.digests.find((digest) => digest.startsWith(`${repository}@`)) ?? image.digests[0];
}
