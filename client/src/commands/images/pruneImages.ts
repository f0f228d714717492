import type { Engine } from "../../engine/engine";
import type { Image, ImagesUsage } from "../../engine/image";
import { shortId } from "../../selection/subject";
import { humanSize } from "../../views/humanSize";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { freedWords } from "./freedBytes";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** More names than this are counted instead. */
const namesShown = 20;

export const pruneImages: Command = {
  id: "images.prune",
  title: "Prune Images…",
  icon: "trash",
  menus: [{ menu: "view/title", view: "drydock.images", group: "9_destructive@1" }],
  palette: "always",

  async run(host) {
    const engine = await host.engine();
    const [images, usage] = await Promise.all([engine.images.list(), usageOf(engine)]);
    const choice = await host.ui.pick({
      title: "Prune Images",
      placeholder: "Which images do you want to remove? None of them is used by a container.",
      items: choices.map((each) => {
        const found = images.filter((image) => isMeant(image, each));
        return {
          label: each.label,
          description: found.length === 0 ? "none" : `${counted(found.length)} · ${freedWords(found, usage)}`,
          value: each,
        };
      }),
    });
    if (!choice) return;
    const meant = images.filter((image) => isMeant(image, choice));
    if (meant.length === 0) {
      host.ui.report({ severity: "information", message: "There are no such images to remove." });
      return;
    }
    const answer = await host.ui.confirm({
      message: `Remove ${counted(meant.length)} and free ${freedWords(meant, usage)}?`,
      detail: namesOf(meant),
      action: "Prune",
    });
    if (answer === "declined") return;
    await prune(host, engine, choice);
  },
};

interface PruneChoice {
  readonly label: string;
  readonly which: "dangling" | "unused";
  readonly olderThanMs?: number;
}

const choices: readonly PruneChoice[] = [
  { label: "Dangling Images", which: "dangling" },
  { label: "Unused Images Older than a Day", which: "unused", olderThanMs: day },
  { label: "Unused Images Older than a Week", which: "unused", olderThanMs: 7 * day },
  { label: "Unused Images Older than 30 Days", which: "unused", olderThanMs: 30 * day },
  { label: "All Unused Images", which: "unused" },
];

function isMeant(image: Image, { which, olderThanMs = 0 }: PruneChoice): boolean {
  if (image.containerIds.length > 0 || image.created > Date.now() - olderThanMs) return false;
  return which === "unused" || (image.tags.length === 0 && image.digests.length === 0);
}

async function prune(host: CommandHost, engine: Engine, choice: PruneChoice): Promise<void> {
  const before = await engine.images.list();
  const { which, olderThanMs } = choice;
  const { reclaimed } = await host.ui.progress("Pruning images", () =>
    engine.images.prune({ which, ...(olderThanMs !== undefined && { olderThanMs }) }),
  );
  // The engine's own list of what it removed has every layer in it.
  const left = new Set((await engine.images.list()).map(({ id }) => id));
  const removed = before.filter(({ id }) => !left.has(id)).length;
  host.ui.report({
    severity: "information",
    message: `Removed ${counted(removed)} and freed ${humanSize(reclaimed)}.`,
    actions: [copyAction(host, pruneLine(choice))],
  });
}

function pruneLine({ which, olderThanMs }: PruneChoice): DockerCommandLine {
  return [
    "docker",
    "image",
    "prune",
    "--force",
    ...(which === "unused" ? ["--all"] : []),
    ...(olderThanMs === undefined ? [] : ["--filter", `until=${olderThanMs / hour}h`]),
  ];
}

/** The bytes are only good to know: an engine that can't add them up must not stop the rest. */
async function usageOf(engine: Engine): Promise<ImagesUsage | undefined> {
  return engine.images.usage().catch(() => undefined);
}

function namesOf(images: readonly Image[]): string {
  const names = images.map(({ id, tags }) => (tags.length > 0 ? tags.join(", ") : shortId(id)));
  const more = names.length - namesShown;
  return [...names.slice(0, namesShown), ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "image" : "images"}`;
}
