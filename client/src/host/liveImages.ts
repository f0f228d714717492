import * as vscode from "vscode";
import type { ImagesView } from "../commands/imagesView";
import type { Memory } from "../commands/memory";
import type { Image } from "../engine/image";
import type { EngineSession } from "../session/engineSession";
import { createImageLookups } from "../session/imageLookups";
import { hidesImages, readArrangement } from "../views/imageArrangement";
import { imageRows } from "../views/imageRows";
import type { ImagesPicture } from "../views/imagesPicture";
import { filterNote, imagesSummary } from "../views/imagesSummary";
import { createTreeView, type TreeView } from "../views/treeView";
import { draggedImages } from "./imageDrop";
import { latestOnly } from "./latestOnly";

/** The Images view and the table with the engine's images in them. */
export interface LiveImages extends vscode.Disposable, Pick<ImagesView, "arrangement" | "arrange"> {
  readonly view: TreeView;
  isVisible(): boolean;
  list(): Promise<void>;
  /** Draws what is known anew, with the ages of this moment. */
  draw(): void;
  empty(): void;
}

export function createLiveImages(
  session: EngineSession,
  memory: Memory,
  log: (line: string) => void,
): LiveImages {
  const view = createTreeView("drydock.images", { dragged: draggedImages });
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
  };

  const tellFiltered = () =>
    vscode.commands.executeCommand("setContext", "drydock.imagesFiltered", hidesImages(arrangement));
  void tellFiltered();

  const listed = latestOnly(async () => (await session.engine()).images.list());

  return {
    view,
    draw,
    isVisible: () => view.isVisible(),
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
      lookups.dispose();
      view.dispose();
    },
  };
}
