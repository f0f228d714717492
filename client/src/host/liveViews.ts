import type * as vscode from "vscode";
import type { Subject } from "../selection/subject";
import type { ChangedObject, EngineSession } from "../session/engineSession";
import type { LiveContainers } from "./liveContainers";
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

export interface LiveViewsOptions {
  readonly session: EngineSession;
  readonly images: LiveImages;
  readonly containers: LiveContainers;
}

/** Ages such as “3 minutes ago” are drawn anew this often; only rows whose words change are touched. */
const ageMs = 30_000;

/** The two views with the engine's images and containers in them, listed only while somebody looks. */
export function createLiveViews({ session, images, containers }: LiveViewsOptions): LiveViews {
  let focused = images.view;
  let started = false;
  const followVisibility = () => {
    const anyVisible = images.isVisible() || containers.view.isVisible();
    if (started) session.watch(anyVisible ? "watch" : "pause");
  };

  const timer = setInterval(() => {
    if (images.isVisible()) images.draw();
    containers.age();
  }, ageMs);

  const disposables = [
    images.onVisibility(followVisibility),
    containers.view.onVisibility(followVisibility),
    images.view.onSelection(() => {
      focused = images.view;
    }),
    containers.view.onSelection(() => {
      focused = containers.view;
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
        changed.has("containers") && containers.list(),
      ]);
    },
    empty() {
      images.empty();
      containers.empty();
    },
    focusedSelection: () => focused.selection(),
    dispose() {
      clearInterval(timer);
      for (const disposable of disposables) disposable.dispose();
    },
  };
}
