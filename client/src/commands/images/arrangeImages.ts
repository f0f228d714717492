import type { ImageSubject } from "../../selection/subject";
import {
  type ImageArrangement,
  type ImageGrouping,
  type ImageOrder,
  imageTraits,
} from "../../views/imageArrangement";
import type { Command } from "../command";
import { type PresentChoice, pickPresent } from "../pickPresent";

const view = "drydock.images";

export const groupImages: Command<ImageSubject> = {
  id: "images.group",
  title: "Group By…",
  menus: [{ menu: "view/title", view, group: "1_arrange@1" }],
  palette: "always",
  trust: "not needed",

  async run({ ui, imagesView }) {
    const groupBy = await pickPresent(ui, {
      title: "Group Images",
      placeholder: "How do you want to group them?",
      choices: groupings,
      present: imagesView.arrangement().groupBy,
    });
    if (groupBy) await imagesView.arrange({ groupBy });
  },
};

export const sortImages: Command<ImageSubject> = {
  id: "images.sort",
  title: "Sort By…",
  menus: [{ menu: "view/title", view, group: "1_arrange@2" }],
  palette: "always",
  trust: "not needed",

  async run({ ui, imagesView }) {
    const order = await pickPresent(ui, {
      title: "Sort Images",
      placeholder: "Which images should come first?",
      choices: orders,
      present: imagesView.arrangement().order,
    });
    if (order) await imagesView.arrange({ order });
  },
};

export const filterImages: Command<ImageSubject> = {
  id: "images.filter",
  title: "Filter…",
  icon: "filter",
  menus: [{ menu: "view/title", view, group: "navigation@3" }],
  palette: "always",
  trust: "not needed",

  async run({ ui, imagesView }) {
    const filter = await ui.input({
      title: "Filter Images",
      prompt: "Show images whose name or id contains these words. Leave empty to see all.",
      value: imagesView.arrangement().filter,
    });
    if (filter !== undefined) await imagesView.arrange({ filter: filter.trim() });
  },
};

export const showOnlyImages: Command<ImageSubject> = {
  id: "images.showOnly",
  title: "Show Only…",
  menus: [{ menu: "view/title", view, group: "1_arrange@3" }],
  palette: "always",
  trust: "not needed",

  async run({ ui, imagesView }) {
    const { only } = imagesView.arrangement();
    const chosen = await ui.pickMany({
      title: "Show Only Some Images",
      placeholder: "Only images that match everything you tick are shown. Tick nothing to see all.",
      items: imageTraits.map((trait) => ({
        label: traitLabels[trait],
        value: trait,
        ...(only.includes(trait) && { picked: "picked" as const }),
      })),
    });
    if (chosen) await imagesView.arrange({ only: chosen });
  },
};

export const clearImageFilter: Command<ImageSubject> = {
  id: "images.clearFilter",
  title: "Show All Images",
  icon: "clear-all",
  menus: [{ menu: "view/title", view, group: "navigation@4", when: ["drydock.imagesFiltered"] }],
  palette: ["drydock.imagesFiltered"],
  trust: "not needed",

  run: ({ imagesView }) => imagesView.arrange({ filter: "", only: [] }),
};

const groupings: PresentChoice<ImageGrouping>["choices"] = {
  repository: { label: "Repository", description: "the tags of one name together" },
  registry: { label: "Registry", description: "the registry in the image's name" },
  age: { label: "Age", description: "when it was built" },
  use: { label: "Use", description: "whether a container uses it" },
  base: { label: "Base Image", description: "child images below what they are built on" },
  none: { label: "Nothing", description: "one flat list" },
};

const orders: PresentChoice<ImageOrder>["choices"] = {
  name: { label: "Name" },
  newest: { label: "Newest First" },
  oldest: { label: "Oldest First" },
  largest: { label: "Largest First" },
  smallest: { label: "Smallest First" },
};

const traitLabels: Readonly<Record<ImageArrangement["only"][number], string>> = {
  dangling: "Dangling",
  unused: "Not in Use",
  large: "Larger than 500MB",
};
