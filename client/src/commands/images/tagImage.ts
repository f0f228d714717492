import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { checkReference } from "./checkReference";
import { chooseImage, imageWords } from "./chooseImages";

export const tagImage: Command<ImageSubject> = {
  id: "images.tag",
  title: "Tag…",
  icon: "tag",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "3_change@1" }],
  palette: "always",

  async run(host, selected) {
    const subject = await chooseImage(host, selected, { title: "Tag Image", placeholder: "Which image?" });
    if (!subject) return;
    const typed = await host.ui.input({
      title: "Tag Image",
      prompt: `Type another name for ${imageWords(subject)}. It keeps its present one, too.`,
      value: subject.reference ?? "",
      validate: (value) =>
        value.trim() === subject.reference
          ? { severity: "error", message: "That is already its name." }
          : checkReference(value, "to name an image"),
    });
    if (typed === undefined) return;
    const source = nameOfImage(subject);
    const target = typed.trim();
    await (await host.engine()).images.tag(source, target);
    host.ui.report({
      severity: "information",
      message: `Tagged ${imageWords(subject)} as ${target}.`,
      actions: [copyAction(host, ["docker", "tag", source, target])],
    });
  },

  equivalent: (subject) => ["docker", "tag", nameOfImage(subject), "REPOSITORY:TAG"],
};
