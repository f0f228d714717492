import { splitReference } from "../../engine/reference";
import { imageRows, taggedImageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { chooseImages, imageWords } from "./chooseImages";

export const copyImageReference: Command<ImageSubject> = {
  id: "images.copyReference",
  title: "Copy Reference",
  on: ["image"],
  menus: [{ menu: "drydock.copyImage", rows: taggedImageRows, group: "1_copy@1" }],
  palette: "always",
  keybinding: { key: "ctrl+c", mac: "cmd+c", when: ["focusedView == drydock.images", "listFocus"] },

  run: (host, selected) => copyOf(host, selected, nameOfImage),
};

export const copyImageId: Command<ImageSubject> = {
  id: "images.copyId",
  title: "Copy Id",
  on: ["image"],
  menus: [{ menu: "drydock.copyImage", rows: imageRows, group: "1_copy@2" }],
  palette: "always",

  run: (host, selected) => copyOf(host, selected, ({ image }) => image.id),
};

export const copyImageDigest: Command<ImageSubject> = {
  id: "images.copyDigest",
  title: "Copy Digest",
  on: ["image"],
  menus: [{ menu: "drydock.copyImage", rows: imageRows, group: "1_copy@3" }],
  palette: "always",

  run: (host, selected) => copyOf(host, selected, digestOf),
};

/** One a line. What has nothing of the kind is told of. */
async function copyOf(
  host: CommandHost,
  selected: readonly ImageSubject[],
  textOf: (subject: ImageSubject) => string | undefined,
): Promise<void> {
  const subjects = await chooseImages(host, selected, { title: "Copy", placeholder: "Of which images?" });
  const texts = subjects.flatMap((subject) => textOf(subject) ?? []);
  if (texts.length > 0) await host.ui.copy(texts.join("\n"));
  else if (subjects.length > 0)
    host.ui.report({
      severity: "information",
      message: `${subjects.map(imageWords).join(", ")}: there is no digest yet. A registry gives it, so an image has one once it was pulled or pushed. Its id can be copied instead.`,
    });
}

/** `repository@digest` under the repository that the row is of, else under the first one that has it. */
export function digestOf({ image, reference }: ImageSubject): string | undefined {
  const repository = splitReference(reference ?? "").repository;
  return image.digests.find((digest) => digest.startsWith(`${repository}@`)) ?? image.digests[0];
}
