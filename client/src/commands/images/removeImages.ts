import type { Container } from "../../engine/container";
import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { eachOf } from "../eachOf";
import { chooseImages, imageWords } from "./chooseImages";

export const removeImages: Command<ImageSubject> = {
  id: "images.remove",
  title: "Remove Image…",
  icon: "trash",
  on: ["image"],
  menus: [
    { menu: "view/item/context", rows: imageRows, group: "inline@9" },
    { menu: "view/item/context", rows: imageRows, group: "9_destructive@1" },
  ],
  palette: "always",
  keybinding: { key: "delete", mac: "cmd+backspace", when: ["focusedView == drydock.images", "listFocus"] },

  async run(host, selected) {
    const subjects = await chooseImages(host, selected, {
      title: "Remove Images",
      placeholder: "Which images?",
    });
    if (subjects.length === 0) return;
    const engine = await host.engine();
    const holders = await holdersOf(host, subjects);
    const words =
      subjects.length === 1 && subjects[0] ? imageWords(subjects[0]) : `${subjects.length} images`;
    const answer = await host.ui.confirm({
      message:
        holders.length === 0
          ? `Remove ${words}?`
          : `${words}: ${holderWords(holders)} in the way. Remove all of it?`,
      detail: detailOf(subjects, holders),
      action: holders.length === 0 ? "Remove" : "Remove with Containers",
    });
    if (answer === "declined") return;
    for (const { id } of holders) await engine.containers.remove(id, { force: true });
    const removed = await eachOf(host, {
      title: `Removing ${words}`,
      items: subjects,
      name: imageWords,
      act: async (subject) => void (await engine.images.remove(nameOfImage(subject))),
    });
    await offerUndo(host, removed);
  },

  equivalent: (subject) => ["docker", "rmi", nameOfImage(subject)],
};

/** The containers without which an image can't go. A tag that is not its image's last one is held by none. */
async function holdersOf(
  host: CommandHost,
  subjects: readonly ImageSubject[],
): Promise<readonly Container[]> {
  const chosen = new Set(subjects.map(({ reference }) => reference));
  const held = new Set(
    subjects
      .filter(({ image }) => image.tags.every((tag) => chosen.has(tag)))
      .flatMap(({ image }) => image.containerIds),
  );
  if (held.size === 0) return [];
  const engine = await host.engine();
  return (await engine.containers.list()).filter(({ id }) => held.has(id));
}

function detailOf(subjects: readonly ImageSubject[], holders: readonly Container[]): string {
  const images = subjects.map(
    (subject) =>
      `${nameOfImage(subject)}${subject.image.tags.length > 1 ? " (only this tag; the image has others)" : ""}`,
  );
  const containers = holders.map(({ name, status, state }) => `${name}: ${status || state}`);
  return [
    ...images,
    ...(containers.length > 0
      ? ["", "Containers that would be killed and removed, with what was written inside:", ...containers]
      : []),
  ].join("\n");
}

function holderWords(holders: readonly Container[]): string {
  const [only] = holders;
  if (holders.length === 1 && only) return `the container ${only.name} is`;
  return `${holders.length} containers are`;
}

/** Where the image itself is still there, a removed tag can be put back. */
async function offerUndo(host: CommandHost, removed: readonly ImageSubject[]): Promise<void> {
  const engine = await host.engine();
  const left = new Set((await engine.images.list()).map(({ id }) => id));
  const undoable = removed.filter(({ image, reference }) => reference !== undefined && left.has(image.id));
  if (removed.length === 0) return;
  host.ui.report({
    severity: "information",
    message: `Removed ${removed.map(imageWords).join(", ")}.`,
    actions:
      undoable.length === 0
        ? []
        : [
            {
              label: "Undo",
              run: async () => {
                for (const { image, reference } of undoable)
                  if (reference) await engine.images.tag(image.id, reference);
              },
            },
          ],
  });
}
