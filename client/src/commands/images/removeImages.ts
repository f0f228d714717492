import type { Container } from "../../engine/container";
import type { Engine } from "../../engine/engine";
import type { Image, ImagesUsage } from "../../engine/image";
import { imageRows } from "../../selection/contextValue";
import { type ImageSubject, nameOfImage, shortId } from "../../selection/subject";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { eachOf } from "../eachOf";
import { chooseImages, imageWords } from "./chooseImages";
import { digestOf } from "./copyImage";
import { freedWords } from "./freedBytes";

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
    const [holders, usage] = await Promise.all([
      holdersOf(engine, subjects),
      // The bytes are only good to know: an engine that can't add them up must not stop the rest.
      engine.images.usage().catch(() => undefined),
    ]);
    const words =
      subjects.length === 1 && subjects[0] ? imageWords(subjects[0]) : `${subjects.length} images`;
    const answer = await host.ui.confirm({
      message:
        holders.length === 0
          ? `Remove ${words}?`
          : `${words}: ${holderWords(holders)} in the way. Remove all of it?`,
      detail: [freedLine(subjects, usage), ...detailOf(subjects, holders)].join("\n"),
      action: holders.length === 0 ? "Remove" : "Remove with Containers",
    });
    if (answer === "declined") return;
    await removeHolders(host, engine, holders);
    const removed = await eachOf(host, {
      title: `Removing ${words}`,
      items: subjects,
      name: imageWords,
      act: async (subject) => void (await engine.images.remove(nameOfImage(subject))),
    });
    await offerUndo(host, removed, holders);
  },

  equivalent: (subject) => removalLines([subject], holderIds([subject]).map(shortId)),
};

/** What is in the way goes first, as here. */
function removalLines(subjects: readonly ImageSubject[], holders: readonly string[]): DockerCommandLine[] {
  return [
    ...(holders.length > 0
      ? ([
          ["docker", "stop", ...holders],
          ["docker", "rm", ...holders],
        ] as const)
      : []),
    ["docker", "rmi", ...subjects.map(nameOfImage)],
  ];
}

/** The containers without which an image can't go. A tag that is not its image's last one is held by none. */
async function holdersOf(engine: Engine, subjects: readonly ImageSubject[]): Promise<readonly Container[]> {
  const held = new Set(holderIds(subjects));
  if (held.size === 0) return [];
  return (await engine.containers.list()).filter(({ id }) => held.has(id));
}

function holderIds(subjects: readonly ImageSubject[]): readonly string[] {
  return goneImages(subjects).flatMap(({ containerIds }) => containerIds);
}

/** The images that go for good, rather than lose one tag of several. */
function goneImages(subjects: readonly ImageSubject[]): readonly Image[] {
  const chosen = new Set(subjects.map(({ reference }) => reference));
  const gone = subjects.filter(({ image }) => image.tags.every((tag) => chosen.has(tag)));
  return [...new Map(gone.map(({ image }) => [image.id, image])).values()];
}

function freedLine(subjects: readonly ImageSubject[], usage: ImagesUsage | undefined): string {
  const gone = goneImages(subjects);
  if (gone.length === 0) return "This frees no space: the images stay under their other tags.\n";
  return `This frees ${freedWords(gone, usage)}.\n`;
}

/** Stopped first, so that what runs in them can end in good order. */
async function removeHolders(
  host: CommandHost,
  engine: Engine,
  holders: readonly Container[],
): Promise<void> {
  if (holders.length === 0) return;
  await eachOf(host, {
    title: "Stopping and removing containers",
    items: holders,
    name: ({ name }) => name,
    async act({ id }) {
      // What can't be stopped, being paused, say, is killed: that it goes has been agreed on.
      await engine.containers.stop(id).catch(() => undefined);
      await engine.containers.remove(id, { force: true });
    },
  });
}

function detailOf(subjects: readonly ImageSubject[], holders: readonly Container[]): string[] {
  const images = subjects.map(
    (subject) =>
      `${nameOfImage(subject)}${subject.image.tags.length > 1 ? " (only this tag; the image has others)" : ""}`,
  );
  const containers = holders.map(({ name, status, state }) => `${name}: ${status || state}`);
  return [
    ...images,
    ...(containers.length > 0
      ? ["", "Containers that would be stopped and removed, with what was written inside:", ...containers]
      : []),
  ];
}

function holderWords(holders: readonly Container[]): string {
  const [only] = holders;
  if (holders.length === 1 && only) return `the container ${only.name} is`;
  return `${holders.length} containers are`;
}

/** Where the image itself is still there, a removed tag can be put back; where a registry has it, it can be pulled. */
async function offerUndo(
  host: CommandHost,
  removed: readonly ImageSubject[],
  holders: readonly Container[],
): Promise<void> {
  if (removed.length === 0) return;
  const engine = await host.engine();
  const left = new Set((await engine.images.list()).map(({ id }) => id));
  const named = removed.filter((subject) => subject.reference !== undefined);
  const undoable = named.filter(({ image }) => left.has(image.id));
  const pullable = named.filter((subject) => !left.has(subject.image.id) && digestOf(subject) !== undefined);
  host.ui.report({
    severity: "information",
    message: `Removed ${removed.length > 3 ? `${removed.length} images` : removed.map(imageWords).join(", ")}.`,
    actions: [
      ...(undoable.length > 0
        ? [
            {
              label: "Undo",
              run: async () => {
                for (const { image, reference } of undoable)
                  if (reference !== undefined && !reference.includes("@"))
                    await engine.images.tag(image.id, reference);
              },
            },
          ]
        : []),
      ...(pullable.length > 0
        ? [{ label: "Pull Again", run: () => host.run("images.pullAgain", pullable) }]
        : []),
      copyAction(
        host,
        ...removalLines(
          removed,
          holders.map(({ name }) => name),
        ),
      ),
    ],
  });
}
