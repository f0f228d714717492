import * as vscode from "vscode";
import { commands } from "./commands";
import type { CommandHost } from "./commands/commandHost";
import { equivalentsOf } from "./commands/equivalents";
import { builtSteps } from "./commands/images/builtSteps";
import { createCredentialStore } from "./engine/credentials/credentialStore";
import { registerImageDrop } from "./host/imageDrop";
import { openLiveEngine } from "./host/liveEngine";
import { registerCommands, runCommand } from "./host/registerCommands";
import { registerRunTasks } from "./host/runTasks";
import { createBuildProblems } from "./host/vscodeBuildProblems";
import { createMachine } from "./host/vscodeMachine";
import { createMemory } from "./host/vscodeMemory";
import { createPreferences } from "./host/vscodePreferences";
import { createVscodeWorkspace } from "./host/vscodeWorkspace";
import { startLanguageClient } from "./language/startLanguageClient";
import { watchOverlap } from "./language/watchOverlap";
import { namingEngine } from "./ui/namingEngine";
import { reportFailure } from "./ui/reportFailure";
import type { NoticeAction } from "./ui/ui";
import { createVscodeUi } from "./ui/vscodeUi";

/** Puts the parts together. Nothing heavy is loaded here: the engine's code waits for its first call. */
export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions, workspaceState, globalState, extensionUri } = context;
  const log = vscode.window.createOutputChannel("Drydock", { log: true });
  const memory = createMemory(workspaceState);
  const live = openLiveEngine({ log: (line) => log.info(line), memory, extensionUri });
  const fail = (error: unknown, doing: string, actions: readonly NoticeAction[] = []) =>
    reportFailure(error, {
      ui,
      doing,
      engine: live.where(),
      log: (line) => log.error(line),
      actions: [...actions, { label: "Show Log", run: () => log.show() }],
    });
  const ui = namingEngine(createVscodeUi(subscriptions, fail), live.named);

  const language = startLanguageClient({
    extensionUri,
    log,
    localImages: async () => (await live.engine()).images.list(),
    imageDetails: async (reference) => (await live.engine()).images.inspect(reference),
    builtSteps: (dockerfile) => builtSteps(dockerfile, memory, live.engine),
    onImagesChanged: live.onImagesChanged,
  });

  const host: CommandHost = {
    engine: live.engine,
    ui,
    credentials: createCredentialStore(),
    workspace: createVscodeWorkspace(),
    machine: createMachine(live.endpoint),
    memory,
    preferences: createPreferences(),
    buildProblems: createBuildProblems(subscriptions),
    imagesView: { ...live.imagesView, showTable: () => live.imagesView.showTable(host.run) },
    containersView: live.containersView,
    openedLogs: new Map(),
    dockerContexts: live.dockerContexts,
    language,
    reportFailure: fail,
    refresh: live.refresh,
    equivalents: (subject) => equivalentsOf(commands, subject),
    run(id, selected) {
      const command = commands.find((one) => one.id === id);
      if (command) void runCommand(command, host, selected);
    },
  };

  subscriptions.push(
    log,
    live,
    registerImageDrop(),
    registerRunTasks(host),
    registerCommands({ commands, host, focusedSelection: live.focusedSelection }),
    watchOverlap(globalState),
    language,
  );
}
