import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage, shortId } from "../../selection/subject";
import type { Command } from "../command";
import { chooseImage } from "./chooseImages";

export const inspectImage: Command<ImageSubject> = {
  id: "images.inspect",
  title: "Inspect",
  icon: "json",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@1" }],
  palette: "always",

  async run(host, selected) {
    const subject = await chooseImage(host, selected, {
      title: "Inspect Image",
      placeholder: "Which image?",
    });
    if (!subject) return;
    const name = nameOfImage(subject);
    const { raw } = await (await host.engine()).images.inspect(name);
    await host.ui.showDocument({
      name: `image/${subject.reference ?? shortId(name)}.json`,
      text: JSON.stringify(raw, undefined, 2),
    });
  },

  equivalent: (subject) => ["docker", "image", "inspect", nameOfImage(subject)],
};
