import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage, shortId } from "../../selection/subject";
import { historyLines } from "../../views/imageHistory";
import { imageReport } from "../../views/imageReport";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { chooseImage } from "./chooseImages";

export const inspectImage: Command<ImageSubject> = {
  id: "images.inspect",
  title: "Inspect",
  icon: "info",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@1" }],
  palette: "always",

  async run(host, selected) {
    const subject = await ask(host, selected);
    if (!subject) return;
    const name = nameOfImage(subject);
    const { images, containers } = await host.engine();
    const [details, history, all] = await Promise.all([
      images.inspect(name),
      images.history(name),
      containers.list(),
    ]);
    const text = imageReport({ name, details, history, containers: all, now: Date.now() });
    await host.ui.showDocument({ name: documentName(subject, "txt"), text });
  },
};

export const inspectImageJson: Command<ImageSubject> = {
  id: "images.inspectJson",
  title: "Inspect as JSON",
  icon: "json",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@2" }],
  palette: "always",

  async run(host, selected) {
    const subject = await ask(host, selected);
    if (!subject) return;
    const { raw } = await (await host.engine()).images.inspect(nameOfImage(subject));
    const text = JSON.stringify(raw, undefined, 2);
    await host.ui.showDocument({ name: documentName(subject, "json"), text });
  },

  equivalent: (subject) => ["docker", "image", "inspect", nameOfImage(subject)],
};

export const showImageHistory: Command<ImageSubject> = {
  id: "images.history",
  title: "Show Layers",
  icon: "layers",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@3" }],
  palette: "always",

  async run(host, selected) {
    const subject = await ask(host, selected);
    if (!subject) return;
    const history = await (await host.engine()).images.history(nameOfImage(subject));
    const text = `${historyLines(history, Date.now()).join("\n")}\n`;
    await host.ui.showDocument({ name: documentName(subject, "layers.txt"), text });
  },

  equivalent: (subject) => ["docker", "history", nameOfImage(subject)],
};

function ask(host: CommandHost, selected: readonly ImageSubject[]): Promise<ImageSubject | undefined> {
  return chooseImage(host, selected, { title: "Look at an Image", placeholder: "Which image?" });
}

function documentName(subject: ImageSubject, ending: "txt" | "json" | "layers.txt"): string {
  return `image/${subject.reference ?? shortId(nameOfImage(subject))}.${ending}`;
}
