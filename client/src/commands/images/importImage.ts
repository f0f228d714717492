import { basename } from "node:path";
import { shortId } from "../../selection/subject";
import type { Command } from "../command";
import { copyAction } from "../copyAction";
import { archiveKinds } from "./archiveKinds";
import { checkReference } from "./checkReference";
import { proposedReference } from "./proposedReference";
import { readWithProgress } from "./readWithProgress";

export const importImage: Command = {
  id: "images.import",
  title: "Import File System…",
  menus: [{ menu: "view/title", view: "drydock.images", group: "2_get@4" }],
  palette: "always",

  async run(host) {
    const [path] =
      (await host.ui.chooseFiles({
        title: "Import File System",
        action: "Import",
        kinds: archiveKinds,
      })) ?? [];
    if (path === undefined) return;
    const name = basename(path);
    const reference = await host.ui.input({
      title: "Import File System",
      prompt: `Name the new image. It gets the files in ${name} as its only layer, and no command or settings.`,
      value: proposedReference(name.replace(/\.(?:tar(?:\.\w+)?|tgz)$/i, ""), {
        registry: "",
        user: undefined,
      }),
      validate: (value) => checkReference(value, "to name an image"),
    });
    if (reference === undefined) return;
    const engine = await host.engine();
    const id = await host.ui.progress(`Importing ${name}`, async ({ report }) =>
      engine.images.import(await readWithProgress(path, report), {
        reference: reference.trim(),
        message: `Imported from ${name}`,
      }),
    );
    host.ui.report({
      severity: "information",
      message: `Imported ${name} as ${reference.trim()}, id ${shortId(id)}.`,
      actions: [copyAction(host, ["docker", "import", path, reference.trim()])],
    });
  },
};
