import { basename } from "node:path";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { archiveKinds } from "./archiveKinds";
import { readWithProgress } from "./readWithProgress";

export const loadImages: Command = {
  id: "images.load",
  title: "Load from Archive…",
  menus: [{ menu: "view/title", view: "drydock.images", group: "2_get@3" }],
  palette: "always",

  async run(host) {
    const paths = await host.ui.chooseFiles({
      title: "Load Images",
      action: "Load",
      kinds: archiveKinds,
      many: "many",
    });
    const engine = await host.engine();
    for (const path of paths ?? []) {
      const loaded = await host.ui.progress(`Loading ${basename(path)}`, async ({ signal, report }) =>
        engine.images.load(await readWithProgress(path, report), signal),
      );
      host.ui.report({
        severity: "information",
        message:
          loaded.length === 0
            ? `${basename(path)} held nothing that the engine did not have.`
            : `Loaded ${loaded.join(", ")}.`,
        actions: [copyAction(host, ["docker", "load", "--input", path])],
      });
    }
  },
};
