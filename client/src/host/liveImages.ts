import * as vscode from "vscode";
import type { CommandId } from "../commands/command";
import type { CommandHost } from "../commands/commandHost";
import type { ImagesView } from "../commands/imagesView";
import type { Memory } from "../commands/memory";
import type { Image } from "../engine/image";
import { imageSubjects, nameOfImage } from "../selection/subject";
import type { EngineSession } from "../session/engineSession";
import { createImageLookups } from "../session/imageLookups";
import { plainLine, plainText } from "../ui/plainText";
import { hidesImages, readArrangement } from "../views/imageArrangement";
import { imageRows } from "../views/imageRows";
import type { ImagesPicture } from "../views/imagesPicture";
import { filterNote, imagesSummary } from "../views/imagesSummary";
import { imageTableRows, type TableAction } from "../views/imageTable";
import { createTreeView, type TreeView } from "../views/treeView";
import { draggedImages } from "./imageDrop";
import { createImagesTable } from "./imagesTable";
import { latestOnly } from "./latestOnly";

/** The Images view and the table with the engine's images in them. */
export interface LiveImages extends vscode.Disposable, Pick<ImagesView, "arrangement" | "arrange"> {
  readonly view: TreeView;
  /** Whether the view or the table is seen. */
  isVisible(): boolean;
  readonly onVisibility: vscode.Event<unknown>;
  /** Opens the table, whose buttons start commands by `run`. */
  showTable(run: CommandHost["run"]): void;
  list(): Promise<void>;
  /** Draws what is known anew, with the ages of this moment. */
  draw(): void;
  empty(): void;
}

export interface LiveImagesOptions {
  readonly session: EngineSession;
  readonly memory: Memory;
  readonly extensionUri: vscode.Uri;
  readonly log: (line: string) => void;
}

export function createLiveImages({ session, memory, extensionUri, log }: LiveImagesOptions): LiveImages {
  const view = createTreeView("drydock.images", {
    plain: { text: plainText, line: plainLine },
    dragged: draggedImages,
  });
  let images: readonly Image[] = [];
  let arrangement = readArrangement(memory.get("images.arrangement"));
  const lookups = createImageLookups({ engine: () => session.engine(), onKnown: () => draw(), log });

  const picture = (): ImagesPicture => ({
    images,
    arrangement,
    now: Date.now(),
    usage: lookups.usage(),
    hostPlatform: lookups.hostPlatform(),
    facts: lookups.facts,
    inspect: lookups.inspect,
  });

  const draw = () => {
    const drawn = picture();
    view.update(imageRows(drawn));
    view.describe(imagesSummary(drawn));
    view.note(filterNote(drawn));
    table.update();
  };

  let runCommand: CommandHost["run"] | undefined;
  const table = createImagesTable({
    extensionUri,
    rows: () => imageTableRows({ images, usage: lookups.usage() }),
    run(action, keys) {
      const wanted = new Set(keys);
      const subjects = images.flatMap(imageSubjects).filter((subject) => wanted.has(nameOfImage(subject)));
      if (subjects.length > 0) runCommand?.(tableCommands[action], subjects);
    },
  });

  const tellFiltered = () =>
    vscode.commands.executeCommand("setContext", "drydock.imagesFiltered", hidesImages(arrangement));
  void tellFiltered();

  const listed = latestOnly(async () => (await session.engine()).images.list());

  const visibility = new vscode.EventEmitter<void>();
  const watched = [view, table].map(({ onVisibility }) => onVisibility(() => visibility.fire()));

  return {
    view,
    draw,
    isVisible: () => view.isVisible() || table.isVisible(),
    onVisibility: visibility.event,
    showTable(run) {
      runCommand = run;
      table.show();
    },
    list: () =>
      listed((found) => {
        images = found;
        draw();
        lookups.lookUp(found);
      }),
    empty() {
      images = [];
      draw();
    },
    arrangement: () => arrangement,
    async arrange(change) {
      arrangement = { ...arrangement, ...change };
      draw();
      await tellFiltered();
      await memory.set("images.arrangement", JSON.stringify(arrangement));
    },
    dispose() {
      for (const disposable of [...watched, lookups, view, table, visibility]) disposable.dispose();
    },
  };
}

const tableCommands: Readonly<Record<TableAction, CommandId>> = {
  remove: "images.remove",
  save: "images.save",
  checkForUpdates: "images.checkForUpdates",
  copy: "images.copyReference",
};
