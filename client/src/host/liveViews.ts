import type * as vscode from "vscode";
import type { Container } from "../engine/container";
import type { Subject } from "../selection/subject";
import type { ChangedObject, EngineSession } from "../session/engineSession";
import { containerRows, containersSummary } from "../views/containerRows";
import { createTreeView } from "../views/treeView";
import { latestOnly } from "./latestOnly";
import type { LiveImages } from "./liveImages";

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
export function createLiveViews(session: EngineSession, images: LiveImages): LiveViews {
  const containers = createTreeView("drydock.containers");
  let listed: readonly Container[] = [];
  let focused = images.view;

  const drawContainers = () => {
    containers.update(containerRows(listed));
    containers.describe(containersSummary(listed));
  };
  const anyVisible = () => images.isVisible() || containers.isVisible();
  let started = false;
  const followVisibility = () => {
    if (started) session.watch(anyVisible() ? "watch" : "pause");
  };

  const listContainers = latestOnly(async () => (await session.engine()).containers.list());

  const timer = setInterval(() => {
    if (images.isVisible()) images.draw();
    // A container's status has its age in the engine's words, so these must be asked for.
    if (containers.isVisible() && listed.length > 0) {
      listContainers((found) => {
        listed = found;
        drawContainers();
      }).catch(() => undefined); // The event stream reports a lost engine; here an older age just stays.
    }
  }, ageMs);

  const disposables = [
    images.onVisibility(followVisibility),
    containers.onVisibility(followVisibility),
    images.view.onSelection(() => {
      focused = images.view;
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
        changed.has("images") && images.list(),
        changed.has("containers") &&
          listContainers((found) => {
            listed = found;
            drawContainers();
          }),
      ]);
    },
    empty() {
      listed = [];
      images.empty();
      drawContainers();
    },
    focusedSelection: () => focused.selection(),
    dispose() {
      clearInterval(timer);
      for (const disposable of [...disposables, containers]) disposable.dispose();
    },
  };
}
