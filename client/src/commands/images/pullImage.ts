import { taggedImageRows } from "../../selection/contextValue";
import type { ImageSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { registryServer } from "../registries/registryServer";
import { withLogin } from "../registries/withLogin";
import { checkReference } from "./checkReference";
import { findImage } from "./chooseImages";
import { transferLog } from "./transferLog";

export const pullImage: Command<ImageSubject> = {
  id: "images.pull",
  title: "Pull…",
  icon: "cloud-download",
  // For no row: the editor hands the selected one to a button of the view's title, too, and that asks.
  menus: [{ menu: "view/title", view: "drydock.images", group: "navigation@1" }],
  palette: "always",

  async run(host) {
    const typed = await host.ui.input({
      title: "Pull Image",
      prompt: "Which image? For example alpine:3.20, me/myapp, or ghcr.io/me/myapp:1.0.",
      validate: (value) => checkReference(value, "to pull"),
    });
    if (typed === undefined) return;
    await pull(host, withTagOrDigest(typed.trim()));
  },
};

/** Looks whether the registry has something newer under the same name. */
export const pullImageAgain: Command<ImageSubject> = {
  id: "images.pullAgain",
  title: "Pull Again",
  icon: "cloud-download",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: taggedImageRows, group: "4_registry@1" }],
  palette: "never",

  async run(host, selected) {
    for (const { reference } of selected) if (reference !== undefined) await pull(host, reference);
  },

  equivalent: ({ reference }) => (reference === undefined ? undefined : ["docker", "pull", reference]),
};

async function pull(host: CommandHost, reference: string): Promise<void> {
  const { ui } = host;
  const engine = await host.engine();
  const output = ui.output("Drydock Transfers");
  output.append(`Pulling ${reference}\n`);
  const ended = await withLogin(host, registryServer(reference), "only when asked", (credential) =>
    ui.progress(`Pulling ${reference}`, ({ signal, report }) =>
      engine.images.pull(reference, {
        signal,
        onProgress: transferLog({ append: (text) => output.append(text), report }),
        ...(credential && { credential }),
      }),
    ),
  );
  if (ended === "given up") return;
  const image = await findImage(engine, reference);
  const subjects = image ? [image] : [];
  ui.report({
    severity: "information",
    message: `Pulled ${reference}.`,
    actions: [
      { label: "Run…", run: () => host.run("images.run", subjects) },
      copyAction(host, ["docker", "pull", reference]),
    ],
  });
}

/** The engine would pull every tag of a repository without one; docker's command line means `latest`. */
function withTagOrDigest(reference: string): string {
  const named = reference.includes("@") || reference.includes(":", reference.lastIndexOf("/") + 1);
  return named ? reference : `${reference}:latest`;
}
