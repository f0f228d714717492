import { homedir } from "node:os";
import * as vscode from "vscode";
import type { ContainersView } from "../commands/containersView";
import type { DockerContexts } from "../commands/dockerContexts";
import { dockerConfigFolder } from "../engine/dockerConfig/dockerConfigFolder";
import type { Endpoint } from "../engine/endpoint";
import { formatEndpoint, isRemote } from "../engine/endpoint/parseEndpoint";
import type { Engine } from "../engine/engine";
import type { Subject } from "../selection/subject";
import {
  type ChangedObject,
  type EngineSession,
  type EngineState,
  openEngineSession,
} from "../session/engineSession";
import type { NamedEngine } from "../ui/namingEngine";
import { causeOf } from "../ui/wordEngineError";
import { createEngineChoice } from "./engineChoice";
import { createEngineStatusItem } from "./engineStatusItem";
import { createLiveContainers, type LiveContainers } from "./liveContainers";
import { createLiveImages, type LiveImages, type LiveImagesOptions } from "./liveImages";
import { createLiveViews, type LiveViews } from "./liveViews";
import { watchDockerConfig } from "./watchDockerConfig";

/** The engine with the views that show it. */
export interface LiveEngine extends vscode.Disposable {
  engine(): Promise<Engine>;
  endpoint(): Promise<Endpoint>;
  /** Where the engine is, in words for messages. */
  where(): string;
  /** The engine that the views show, for questions about it. */
  named(): NamedEngine | undefined;
  readonly dockerContexts: DockerContexts;
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
  const status = createEngineStatusItem();
  const choice = createEngineChoice(options.memory, (resolved) => {
    status.show(resolved);
    // Rows of one engine must not be acted on at another, where the same names may be other things.
    if (hasMoved(session.endpoint(), resolved?.endpoint)) views.empty();
  });
  const createEngine = async (endpoint: Endpoint) => {
    const { createDockerodeEngine } = await import("../engine/dockerode/createDockerodeEngine");
    return createDockerodeEngine(endpoint);
  };

  const refreshViews = (changed: ReadonlySet<ChangedObject>) =>
    views.refresh(changed).catch((error) => log(`The views could not be refreshed: ${error}`));

  const session: EngineSession = openEngineSession({
    resolveEndpoint: async () => (await choice.resolve()).endpoint,
    createEngine,
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
    if (session.state() === state) await setContext(welcomeOf(state));
  };

  const recheck = async () => {
    if (session.state().kind !== "idle") return session.recheck();
    // Nobody looks at the views, but the status bar is always seen.
    await choice.resolve().catch((error) => log(`No engine is named: ${error}`));
  };

  const start = () => {
    views.start();
    void recheck();
  };
  const disposables: vscode.Disposable[] = [
    session,
    views,
    images,
    containers,
    imagesChanged,
    status,
    watchDockerConfig(dockerConfigFolder(), () => {
      if (vscode.workspace.isTrusted) void recheck();
    }),
  ];
  if (vscode.workspace.isTrusted) start();
  else {
    void setContext("untrusted");
    disposables.push(vscode.workspace.onDidGrantWorkspaceTrust(start));
  }

  return {
    engine: () => session.engine(),
    endpoint: async () => session.endpoint() ?? (await choice.resolve()).endpoint,
    where() {
      const endpoint = session.endpoint();
      return endpoint ? formatEndpoint(endpoint) : "the place that docker's settings name";
    },
    named() {
      const endpoint = session.endpoint();
      return (
        endpoint && {
          address: formatEndpoint(endpoint),
          machine: isRemote(endpoint) ? "another" : "this one",
        }
      );
    },
    dockerContexts: {
      configFolder: dockerConfigFolder(),
      environment: process.env,
      homeFolder: homedir(),
      inForce: choice.resolve,
      windowChoice: choice.windowChoice,
      chooseForWindow: choice.chooseForWindow,
      recheck,
      engineAt: createEngine,
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

/** Where the engine's error was taken for another one, since it had answered before, it is the state that tells. */
function welcomeOf(state: EngineState): string {
  return "error" in state && state.error.kind === state.kind ? causeOf(state.error) : state.kind;
}

/** The welcome texts are chosen by this key. */
function setContext(kind: string): Thenable<unknown> {
  return vscode.commands.executeCommand("setContext", "drydock.engine", kind);
}

function hasMoved(from: Endpoint | undefined, to: Endpoint | undefined): boolean {
  return from !== undefined && JSON.stringify(from) !== JSON.stringify(to);
}
