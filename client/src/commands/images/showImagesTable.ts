import type { Command } from "../command";

export const showImagesTable: Command = {
  id: "images.showTable",
  title: "Show Images Table",
  icon: "table",
  menus: [{ menu: "view/title", view: "drydock.images", group: "1_arrange@9" }],
  palette: "always",

  async run({ imagesView }) {
    imagesView.showTable();
  },
};
