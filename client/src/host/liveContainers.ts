import * as vscode from "vscode";
import type { ContainersView } from "../commands/containersView";
import type { Memory } from "../commands/memory";
import type { Container } from "../engine/container";
import { followContainerUsage } from "../session/containerUsage";
import type { EngineSession } from "../session/engineSession";
import { plainLine, plainText } from "../ui/plainText";
import { readContainerArrangement } from "../views/containerArrangement";
import { containerRows, containersSummary } from "../views/containerRows";
import { createTreeView, type TreeView } from "../views/treeView";
import { latestOnly } from "./latestOnly";
import { createPreferences } from "./vscodePreferences";

/** The Containers view with the engine's containers in it. */
export interface LiveContainers extends vscode.Disposable, ContainersView {
  readonly view: TreeView;
  /** Asks the engine for all of them, and draws them. */
  list(): Promise<void>;
  /** The same for the ages, which a status has in the engine's own words. */
  age(): void;
  empty(): void;
}

export function createLiveContainers(session: EngineSession, memory: Memory): LiveContainers {
  const view = createTreeView("drydock.containers", { plain: { text: plainText, line: plainLine } });
  const preferences = createPreferences();
  let containers: readonly Container[] = [];
  let arrangement = readContainerArrangement(memory.get("containers.arrangement"));
  const usage = followContainerUsage({ engine: () => session.engine(), onChange: () => draw() });

  const draw = () => {
    const inspect = async (id: string) => (await session.engine()).containers.inspect(id);
    view.update(containerRows({ containers, arrangement, usage: usage.of, inspect }));
    view.describe(containersSummary(containers));
  };
  const followUsage = () => {
    const seen = view.isVisible() && preferences.liveUsage;
    usage.follow(seen ? containers.filter(({ state }) => state === "running").map(({ id }) => id) : []);
  };
  const listed = latestOnly(async () => (await session.engine()).containers.list());
  const list = () =>
    listed((found) => {
      containers = found;
      followUsage();
      draw();
    });

  const disposables = [
    view,
    usage,
    view.onVisibility(followUsage),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("drydock.containers.liveUsage")) return;
      followUsage();
      draw();
    }),
  ];

  return {
    view,
    list,
    age() {
      if (!view.isVisible() || containers.length === 0) return;
      // The event stream reports a lost engine; here an older age just stays.
      list().catch(() => undefined);
    },
    empty() {
      containers = [];
      followUsage();
      draw();
    },
    arrangement: () => arrangement,
    async arrange(change) {
      arrangement = { ...arrangement, ...change };
      draw();
      await memory.set("containers.arrangement", JSON.stringify(arrangement));
    },
    dispose() {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}
