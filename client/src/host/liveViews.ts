import type * as vscode from "vscode";
import type { Container } from "../engine/container";
import type { Image } from "../engine/image";
import type { Subject } from "../selection/subject";
import type { ChangedObject, EngineSession } from "../session/engineSession";
import { containerRows, containersSummary } from "../views/containerRows";
import { imageRows, imagesSummary } from "../views/imageRows";
import { createTreeView } from "../views/treeView";

export interface LiveViews extends vscode.Disposable {
  /** From now on the engine is followed for as long as one of the views is seen. */
  start(): void;
  /** Lists anew what may have changed. */
  refresh(changed: ReadonlySet<ChangedObject>): Promise<void>;
  /** Shows nothing, so that the welcome text with the next step is seen instead of stale rows. */
  empty(): void;
  focusedSelection(): readonly Subject[];
}

/** Ages such as “3 minutes ago” are drawn anew this often; only rows whose words change are touched. */
const ageMs = 30_000;

/** The two views with the engine's images and containers in them, listed only while somebody looks. */
export function createLiveViews(session: EngineSession): LiveViews {
  const images = createTreeView("drydock.images");
  const containers = createTreeView("drydock.containers");
  let listed: { images: readonly Image[]; containers: readonly Container[] } = { images: [], containers: [] };
  let focused = images;

  const drawImages = () => {
    images.update(imageRows(listed.images, Date.now()));
    images.describe(imagesSummary(listed.images));
  };
  const drawContainers = () => {
    containers.update(containerRows(listed.containers));
    containers.describe(containersSummary(listed.containers));
  };
  const anyVisible = () => images.isVisible() || containers.isVisible();
  let started = false;
  const followVisibility = () => {
    if (started) session.watch(anyVisible() ? "watch" : "pause");
  };

  const listImages = latestOnly(async () => (await session.engine()).images.list());
  const listContainers = latestOnly(async () => (await session.engine()).containers.list());

  const timer = setInterval(() => {
    if (images.isVisible()) drawImages();
    // A container's status has its age in the engine's words, so these must be asked for.
    if (containers.isVisible() && listed.containers.length > 0) {
      listContainers((found) => {
        listed = { ...listed, containers: found };
        drawContainers();
      }).catch(() => undefined); // The event stream reports a lost engine; here an older age just stays.
    }
  }, ageMs);

  const disposables = [
    images.onVisibility(followVisibility),
    containers.onVisibility(followVisibility),
    images.onSelection(() => {
      focused = images;
    }),
    containers.onSelection(() => {
      focused = containers;
    }),
  ];

  return {
    start() {
      started = true;
      followVisibility();
    },
    async refresh(changed) {
      await Promise.all([
        changed.has("images") &&
          listImages((found) => {
            listed = { ...listed, images: found };
            drawImages();
          }),
        changed.has("containers") &&
          listContainers((found) => {
            listed = { ...listed, containers: found };
            drawContainers();
          }),
      ]);
    },
    empty() {
      listed = { images: [], containers: [] };
      drawImages();
      drawContainers();
    },
    focusedSelection: () => focused.selection(),
    dispose() {
      clearInterval(timer);
      for (const disposable of [...disposables, images, containers]) disposable.dispose();
    },
  };
}

/** Of answers that overtake each other only the newest question's is used. */
function latestOnly<T>(ask: () => Promise<T>): (use: (answer: T) => void) => Promise<void> {
  let newest = 0;
  return async (use) => {
    newest += 1;
    const mine = newest;
    const answer = await ask();
    if (mine === newest) use(answer);
  };
}
