import type { Engine } from "../../engine/engine";
import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage, shortId } from "../../selection/subject";
import { historyLines } from "../../views/imageHistory";
import { imageReport } from "../../views/imageReport";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { chooseImage } from "./chooseImages";

export const inspectImage: Command<ImageSubject> = {
  id: "images.inspect",
  title: "Inspect",
  icon: "info",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@1" }],
  palette: "always",

  run: (host, selected) => lookAt(host, selected, "txt", reportOf),

  equivalent: inspectLine,
};

export const inspectImageJson: Command<ImageSubject> = {
  id: "images.inspectJson",
  title: "Inspect as JSON",
  icon: "json",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@2" }],
  palette: "always",

  run: (host, selected) =>
    lookAt(host, selected, "json", async ({ images }, name) =>
      JSON.stringify((await images.inspect(name)).raw, undefined, 2),
    ),

  equivalent: inspectLine,
};

export const showImageHistory: Command<ImageSubject> = {
  id: "images.history",
  title: "Show Layers",
  icon: "layers",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: imageRows, group: "2_look@3" }],
  palette: "always",

  run: (host, selected) =>
    lookAt(host, selected, "layers.txt", async ({ images }, name) => {
      const history = await images.history(name);
      return `${historyLines(history, Date.now()).join("\n")}\n`;
    }),

  equivalent: (subject) => ["docker", "history", nameOfImage(subject)],
};

/** Shows what the engine says of one image as a document of that ending. */
async function lookAt(
  host: CommandHost,
  selected: readonly ImageSubject[],
  ending: string,
  textOf: (engine: Engine, name: string) => Promise<string>,
): Promise<void> {
  const subject = await chooseImage(host, selected, {
    title: "Inspect Image",
    placeholder: "Which image?",
  });
  if (!subject) return;
  const text = await textOf(await host.engine(), nameOfImage(subject));
  const name = subject.reference ?? shortId(subject.image.id);
  await host.ui.showDocument({ name: `image/${name}.${ending}`, text });
}

async function reportOf({ images, containers }: Engine, name: string): Promise<string> {
  const [details, history, all] = await Promise.all([
    images.inspect(name),
    images.history(name),
    containers.list(),
  ]);
  return imageReport({ name, details, history, containers: all, now: Date.now() });
}

function inspectLine(subject: ImageSubject): DockerCommandLine {
  return ["docker", "image", "inspect", nameOfImage(subject)];
}
