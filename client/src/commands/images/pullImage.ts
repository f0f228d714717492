import { taggedImageRows } from "../../selection/contextValue";
import type { ImageSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { checkReference } from "./checkReference";
import { knownReferences } from "./knownReferences";
import { pullReference, withTagOrDigest } from "./pullReference";

export const pullImage: Command<ImageSubject> = {
  id: "images.pull",
  title: "Pull…",
  icon: "cloud-download",
  // For no row: the editor hands the selected one to a button of the view's title, too, and that asks.
  menus: [{ menu: "view/title", view: "drydock.images", group: "navigation@1" }],
  palette: "always",

  async run(host) {
    const reference = await askReference(host, "Pull Image");
    if (reference !== undefined) await pullReference(host, reference);
  },
};

const otherPlatform = "Pull Image for Another Platform";

/** For no row, as Pull is. */
export const pullImageForPlatform: Command<ImageSubject> = {
  id: "images.pullForPlatform",
  title: "Pull for a Platform…",
  menus: [{ menu: "view/title", view: "drydock.images", group: "2_get@2" }],
  palette: "always",

  async run(host) {
    const reference = await askReference(host, otherPlatform);
    if (reference !== undefined) await pullForPlatform(host, reference);
  },
};

export const pullAgainForPlatform: Command<ImageSubject> = {
  id: "images.pullAgainForPlatform",
  title: "Pull for Another Platform…",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: taggedImageRows, group: "4_registry@2" }],
  palette: "never",

  async run(host, [subject]) {
    if (subject?.reference !== undefined) await pullForPlatform(host, subject.reference);
  },

  equivalent: ({ reference }) =>
    reference === undefined ? undefined : ["docker", "pull", "--platform", "PLATFORM", reference],
};

async function pullForPlatform(host: CommandHost, reference: string): Promise<void> {
  const platform = await host.ui.suggest({
    title: otherPlatform,
    placeholder: `Which platform of ${reference}? For example linux/arm64.`,
    action: "Pull for",
    proposals: platforms.map((name) => ({ label: name, value: name })),
    validate: (value) =>
      /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/.test(value)
        ? undefined
        : { severity: "error", message: "A platform is system/architecture, such as linux/arm64." },
  });
  if (platform !== undefined) await pullReference(host, reference, platform);
}

const platforms = [
  "linux/amd64",
  "linux/arm64",
  "linux/arm/v7",
  "linux/arm/v6",
  "linux/386",
  "linux/ppc64le",
  "linux/riscv64",
  "linux/s390x",
  "windows/amd64",
];

/** Looks whether the registry has something newer under the same name. */
export const pullImageAgain: Command<ImageSubject> = {
  id: "images.pullAgain",
  title: "Pull Again",
  icon: "cloud-download",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: taggedImageRows, group: "4_registry@1" }],
  palette: "never",

  async run(host, selected) {
    for (const { reference } of selected) if (reference !== undefined) await pullReference(host, reference);
  },

  equivalent: ({ reference }) => (reference === undefined ? undefined : ["docker", "pull", reference]),
};

/** A whole reference, proposed from what is known and completed with `latest`. */
export async function askReference(
  host: CommandHost,
  title: string,
  value?: string,
): Promise<string | undefined> {
  const typed = await host.ui.suggest({
    title,
    placeholder: "Which image? For example alpine:3.20, me/myapp, or ghcr.io/me/myapp:1.0.",
    action: "Pull",
    proposals: await knownReferences(host),
    validate: (reference) => checkReference(reference, "to pull"),
    ...(value !== undefined && { value }),
  });
  return typed === undefined ? undefined : withTagOrDigest(typed.trim());
}
