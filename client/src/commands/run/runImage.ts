import { imageRows, taggedImageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";
import { chooseImage, imageWords } from "../images/chooseImages";
import { askRun } from "./askRun";
import { rememberedProfile } from "./rememberProfile";
import { emptyProfile } from "./runProfile";
import { runSituation } from "./runSituation";
import { startProfile } from "./startProfile";

export const runImage: Command<ImageSubject> = {
  id: "images.run",
  title: "Run…",
  icon: "play",
  on: ["image"],
  menus: [
    { menu: "view/item/context", rows: taggedImageRows, group: "inline@1" },
    { menu: "view/item/context", rows: imageRows, group: "1_run@1" },
  ],
  palette: "always",

  async run(host, selected) {
    const title = "Run Image";
    const subject = await chooseImage(host, selected, { title, placeholder: "Which image?" });
    if (!subject) return;
    const engine = await host.engine();
    const image = nameOfImage(subject);
    const profile = await askRun(host, {
      title,
      words: imageWords(subject),
      profile: { ...(rememberedProfile(host.memory, image) ?? emptyProfile(image)), image },
      situation: await runSituation(host, engine, image),
    });
    if (profile) await startProfile(host, engine, profile);
  },

  equivalent: (subject) => ["docker", "run", "-d", "-P", nameOfImage(subject)],
};
