import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { commands } from "../../client/src/commands";
import type { BuildProblem } from "../../client/src/commands/buildProblems";
import type { Command, CommandId } from "../../client/src/commands/command";
import type { CommandHost } from "../../client/src/commands/commandHost";
import { equivalentsOf } from "../../client/src/commands/equivalents";
import type { RegistryCredential } from "../../client/src/engine/build";
import type { Endpoint } from "../../client/src/engine/endpoint";
import { resolveEndpoint } from "../../client/src/engine/endpoint/resolveEndpoint";
import type { Engine } from "../../client/src/engine/engine";
import type { FileSubject, Subject } from "../../client/src/selection/subject";
import { messageOf } from "../../client/src/ui/reportFailure";
import { readContainerArrangement } from "../../client/src/views/containerArrangement";
import { readArrangement } from "../../client/src/views/imageArrangement";
import { createInMemoryEngine, type InMemoryEngine, type InMemoryEngineOptions } from "./inMemoryEngine";
import { createInMemoryUi, type InMemoryUi, type InMemoryUiOptions } from "./inMemoryUi";

export interface InMemoryHostOptions extends InMemoryEngineOptions, InMemoryUiOptions {
  readonly logins?: readonly RegistryCredential[];
  readonly folders?: readonly string[];
  readonly dockerfiles?: readonly string[];
  readonly activeDockerfile?: FileSubject;
  readonly hasVirtualFolders?: boolean;
  /** TCP ports of the machine that another program listens on; of the first one it is known which. */
  readonly busyPorts?: readonly number[];
  readonly engineHost?: string;
  readonly registry?: string;
  /** What the language server answers; undefined where it does not know the file. */
  readonly stageGraph?: string;
  /** Docker's config folder; one that is not there has neither logins nor Docker contexts. */
  readonly configFolder?: string;
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
  /** Engines elsewhere; where there is none the host's own answers. */
  readonly engineAt?: (endpoint: Endpoint) => Engine | undefined;
}

/** All that a command reaches, in memory, but files: those are real. */
export interface InMemoryHost extends CommandHost {
  readonly ui: InMemoryUi;
  readonly memoryEngine: InMemoryEngine;
  readonly problems: ReadonlyMap<string, BuildProblem>;
  readonly logins: ReadonlyMap<string, RegistryCredential>;
  readonly remembered: ReadonlyMap<string, string>;
  /** What was saved as tasks. */
  readonly tasks: readonly object[];
  /** The commands that this one started, by id. */
  readonly started: readonly { readonly id: CommandId; readonly selected: readonly Subject[] }[];
}

/** Programs that still run in an engine's containers would keep the process of the tests alive. */
const engines: InMemoryEngine[] = [];
after(async () => {
  for (const engine of engines) {
    engine.comeBack();
    for (const { id } of await engine.containers.list()) await engine.containers.remove(id, { force: true });
    engine.dispose();
  }
});

export function createInMemoryHost(options: InMemoryHostOptions = {}): InMemoryHost {
  const ui = createInMemoryUi(options);
  const memoryEngine = createInMemoryEngine(options);
  engines.push(memoryEngine);
  const problems = new Map<string, BuildProblem>();
  const logins = new Map((options.logins ?? []).map((login) => [login.server, login]));
  const passing = new Map<string, RegistryCredential>();
  const remembered = new Map<string, string>();
  const tasks: object[] = [];
  const started: { id: CommandId; selected: readonly Subject[] }[] = [];
  const configFolder = options.configFolder ?? "/nowhere/.docker";
  const engineHost = options.engineHost ?? "localhost";

  return {
    ui,
    memoryEngine,
    problems,
    logins,
    remembered,
    started,
    tasks,
    engine: async () => memoryEngine,
    credentials: {
      credentialFor: async (server) => passing.get(server) ?? logins.get(server),
      storageFor: async () => ({ kind: "file", path: "/home/me/.docker/config.json" }),
      async logIn(credential) {
        logins.set(credential.server, credential);
      },
      remember(credential) {
        passing.set(credential.server, credential);
      },
      async logOut(server) {
        passing.delete(server);
        logins.delete(server);
      },
      servers: async () => [...new Set([...passing.keys(), ...logins.keys()])],
    },
    workspace: {
      folders: options.folders ?? [],
      hasVirtualFolders: options.hasVirtualFolders ?? false,
      activeDockerfile: () => options.activeDockerfile,
      dockerfiles: async () => options.dockerfiles ?? [],
      save: async () => "saved",
      readText: (path) => readFile(path, "utf8"),
      async saveTask(task) {
        if ((options.folders ?? []).length === 0) return "no folder";
        tasks.push(task);
        return "saved";
      },
      reveal: async () => undefined,
    },
    machine: {
      shell: "posix",
      environment: options.environment ?? {},
      engineHost: async () => engineHost,
      engineIsLocal: async () => engineHost === "localhost",
      portIsFree: async (port, protocol) => protocol !== "tcp" || !options.busyPorts?.includes(port),
      programOnPort: async (port) => (options.busyPorts?.[0] === port ? "nc (process 42)" : undefined),
      portAnswers: async (_host, port) =>
        (await memoryEngine.containers.list()).some(
          ({ state, ports }) => state === "running" && ports.some(({ hostPort }) => hostPort === port),
        ),
      wait: async (milliseconds) => void (await sleep(Math.min(milliseconds, 1))),
    },
    memory: {
      get: (key) => remembered.get(key),
      async set(key, value) {
        remembered.set(key, value);
      },
    },
    preferences: { registry: options.registry ?? "", logLines: 100, liveUsage: true },
    dockerContexts: {
      configFolder,
      environment: options.environment ?? {},
      homeFolder: dirname(configFolder),
      inForce: () =>
        resolveEndpoint({
          contextName: remembered.get("engine.context") || undefined,
          environment: { ...options.environment, DOCKER_CONFIG: configFolder },
          homeFolder: dirname(configFolder),
        }),
      windowChoice: () => remembered.get("engine.context") || undefined,
      chooseForWindow: async (name) => void remembered.set("engine.context", name ?? ""),
      recheck: async () => undefined,
      engineAt: async (endpoint) => options.engineAt?.(endpoint) ?? memoryEngine,
    },
    buildProblems: {
      clear: (dockerfile) => void problems.delete(dockerfile),
      show: (problem) => void problems.set(problem.dockerfile, problem),
    },
    imagesView: {
      arrangement: () => readArrangement(remembered.get("images.arrangement")),
      async arrange(change) {
        const arrangement = { ...readArrangement(remembered.get("images.arrangement")), ...change };
        remembered.set("images.arrangement", JSON.stringify(arrangement));
      },
      showTable: () => void started.push({ id: "images.showTable", selected: [] }),
    },
    openedLogs: new Map(),
    containersView: {
      arrangement: () => readContainerArrangement(remembered.get("containers.arrangement")),
      async arrange(change) {
        const arrangement = {
          ...readContainerArrangement(remembered.get("containers.arrangement")),
          ...change,
        };
        remembered.set("containers.arrangement", JSON.stringify(arrangement));
      },
    },
    language: { stageGraph: async () => options.stageGraph },
    reportFailure: (error, _doing, actions = []) =>
      ui.report({ severity: "error", message: messageOf(error, "the test's engine"), actions }),
    refresh: () => undefined,
    equivalents: (subject) => equivalentsOf(commands, subject),
    run: (id, selected) => void started.push({ id, selected }),
  };
}

/** Runs a command as the editor would: on what is selected, with its failures told. */
export async function runOn<S extends Subject>(
  command: Command<S>,
  host: InMemoryHost,
  ...selected: readonly S[]
): Promise<void> {
  try {
    await command.run(host, selected);
  } catch (error) {
    host.reportFailure(error, command.title);
  }
}
