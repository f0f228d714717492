import * as vscode from "vscode";
import type { ContainersView } from "../commands/containersView";
import { dockerConfigFolder } from "../engine/dockerConfig/dockerConfigFolder";
import type { Endpoint } from "../engine/endpoint";
import { formatEndpoint } from "../engine/endpoint/parseEndpoint";
import { resolveEndpoint } from "../engine/endpoint/resolveEndpoint";
import type { Engine } from "../engine/engine";
import type { Subject } from "../selection/subject";
import {
  type ChangedObject,
  type EngineSession,
  type EngineState,
  openEngineSession,
} from "../session/engineSession";
import { createLiveContainers, type LiveContainers } from "./liveContainers";
import { createLiveImages, type LiveImages, type LiveImagesOptions } from "./liveImages";
import { createLiveViews, type LiveViews } from "./liveViews";

/** The engine with the views that show it. */
export interface LiveEngine extends vscode.Disposable {
  engine(): Promise<Engine>;
  endpoint(): Promise<Endpoint>;
  /** Where the engine is, in words for messages. */
  where(): string;
  refresh(): void;
  focusedSelection(): readonly Subject[];
  readonly imagesView: Pick<LiveImages, "arrangement" | "arrange" | "showTable">;
  readonly containersView: ContainersView;
  /** Told whenever images came or went. */
  readonly onImagesChanged: vscode.Event<void>;
}

export type LiveEngineOptions = Omit<LiveImagesOptions, "session">;

const everything: ReadonlySet<ChangedObject> = new Set(["images", "containers"]);

/** Follows the engine that docker's command line would use. Until the workspace is trusted nothing is connected to. */
export function openLiveEngine({ log, ...options }: LiveEngineOptions): LiveEngine {
  const imagesChanged = new vscode.EventEmitter<void>();
  const resolve = async () => (await resolveEndpoint()).endpoint;

  const refreshViews = (changed: ReadonlySet<ChangedObject>) =>
    views.refresh(changed).catch((error) => log(`The views could not be refreshed: ${error}`));

  const session: EngineSession = openEngineSession({
    resolveEndpoint: resolve,
    async createEngine(endpoint) {
      const { createDockerodeEngine } = await import("../engine/dockerode/createDockerodeEngine");
      return createDockerodeEngine(endpoint);
    },
    onState: (state) => void showState(state),
    onChange(changed) {
      void refreshViews(changed);
      if (changed.has("images")) imagesChanged.fire();
    },
    log,
  });
  const images: LiveImages = createLiveImages({ session, log, ...options });
  const containers: LiveContainers = createLiveContainers(session, options.memory);
  const views: LiveViews = createLiveViews({ session, images, containers });

  const showState = async (state: EngineState) => {
    // The rows come first: else “no images yet” would flash up before they are listed.
    if (state.kind === "ready") await refreshViews(everything);
    // Between two attempts the rows stay, as most breaks last a moment only.
    else if (state.kind !== "connecting" && state.kind !== "connection-lost") views.empty();
    if (session.state() === state) await setContext(state.kind);
  };

  const start = () => views.start();
  const disposables: vscode.Disposable[] = [
    session,
    views,
    images,
    containers,
    imagesChanged,
    ...watchDockerConfig(session),
  ];
  if (vscode.workspace.isTrusted) start();
  else {
    void setContext("untrusted");
    disposables.push(vscode.workspace.onDidGrantWorkspaceTrust(start));
  }

  return {
    engine: () => session.engine(),
    endpoint: async () => session.endpoint() ?? (await resolve()),
    where() {
      const endpoint = session.endpoint();
      return endpoint ? formatEndpoint(endpoint) : "the place that docker's settings name";
    },
    refresh() {
      if (session.state().kind === "ready") void refreshViews(everything);
      else session.reconnect();
    },
    focusedSelection: () => views.focusedSelection(),
    onImagesChanged: imagesChanged.event,
    imagesView: images,
    containersView: containers,
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}

/** The welcome texts are chosen by this key. */
function setContext(kind: EngineState["kind"] | "untrusted"): Thenable<unknown> {
  return vscode.commands.executeCommand("setContext", "drydock.engine", kind);
}

/** Another Docker context chosen in a terminal counts here, too. */
function watchDockerConfig(session: EngineSession): vscode.Disposable[] {
  const folder = vscode.Uri.file(dockerConfigFolder());
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, "config.json"));
  const recheck = () => {
    if (session.state().kind !== "idle") void session.recheck();
  };
  return [watcher, watcher.onDidChange(recheck), watcher.onDidCreate(recheck), watcher.onDidDelete(recheck)];
}
