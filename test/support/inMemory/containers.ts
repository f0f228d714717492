import type { Container, ContainerDetails, ContainerOptions } from "../../../client/src/engine/container";
import type { ContainersApi } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import { changedByOption } from "./imageConfiguration";
import { commandOf, inMemoryProcesses, kill, startProcess } from "./processes";
import {
  type EngineState,
  findContainer,
  findImage,
  isRunning,
  newId,
  type StoredContainer,
  withTag,
} from "./state";
import { storeImage } from "./storeImage";
import { inMemoryTerminals } from "./terminals";

/** A container that is there from the start; it runs when `state` says so. */
export interface ContainerSeed extends ContainerOptions {
  readonly state?: "created" | "running" | "exited" | "paused";
  readonly exitCode?: number;
  readonly created?: number;
}

export function seedContainers(state: EngineState, seeds: readonly ContainerSeed[]): void {
  for (const { state: wanted = "created", exitCode = 0, created, ...options } of seeds) {
    const container = create(state, { command: ["sleep", "1000000"], ...options }, created);
    if (wanted === "running" || wanted === "paused") startProcess(state, container);
    if (wanted === "paused") container.state = "paused";
    if (wanted === "exited") Object.assign(container, { state: "exited", exitCode });
  }
}

export function inMemoryContainers(state: EngineState): ContainersApi {
  const on = <Value>(name: string, work: (container: StoredContainer) => Value) =>
    state.answer(() => work(findContainer(state, name)));

  return {
    ...inMemoryProcesses(state),
    ...inMemoryTerminals(state),

    list: () => state.answer(() => [...state.containers.values()].map(containerFrom).reverse()),

    inspect: (name) => on(name, detailsFrom),

    create: (options) => state.answer(() => create(state, options).id),

    start: (name) =>
      on(name, (container) => {
        if (container.state === "paused")
          throw conflict("cannot start a paused container, try unpause instead");
        if (!isRunning(container)) startProcess(state, container);
      }),

    stop: (name) => on(name, (container) => void (isRunning(container) && kill(state, container, "stop"))),

    restart: (name) =>
      on(name, (container) => {
        if (isRunning(container)) kill(state, container, "stop");
        startProcess(state, container);
        state.emit("container", "restart", container.id);
      }),

    pause: (name) =>
      on(name, (container) => {
        if (container.state === "paused") throw conflict(`Container ${name} is already paused`);
        if (container.state !== "running") throw conflict(`Container ${name} is not running`);
        change(state, container, "paused", "pause");
      }),

    unpause: (name) =>
      on(name, (container) => {
        if (container.state !== "paused") throw conflict(`Container ${name} is not paused`);
        change(state, container, "running", "unpause");
      }),

    kill: (name) =>
      on(name, (container) => {
        if (!isRunning(container)) throw conflict(`Container ${name} is not running`);
        kill(state, container, "kill");
      }),

    rename: (name, newName) =>
      on(name, (container) => {
        checkName(state, newName);
        container.name = newName;
        state.emit("container", "rename", container.id);
      }),

    remove: (name, { force = false } = {}) =>
      on(name, (container) => {
        if (isRunning(container) && !force) throw conflict(`You cannot remove a running container ${name}`);
        if (isRunning(container)) kill(state, container, "kill");
        drop(state, container);
      }),

    prune: () =>
      state.answer(() => {
        const stopped = [...state.containers.values()].filter((container) => !isRunning(container));
        for (const container of stopped) drop(state, container);
        return { removed: stopped.map(({ id }) => id), reclaimed: 0 };
      }),

    changes: (name) => on(name, ({ changes }) => [...changes].map(([path, kind]) => ({ path, kind }))),

    commit: (name, { reference, message = "", author = "", changes = [] }) =>
      on(name, ({ id, image }) => {
        const committed = storeImage(state, {
          tags: new Set(reference === undefined ? [] : [withTag(reference)]),
          size: image.size,
          parentId: image.id,
          author,
          comment: message,
          configuration: changes.reduce(changedByOption, image.configuration),
          layers: [...image.layers, `sha256:${newId()}`],
        });
        state.emit("container", "commit", id);
        return committed.id;
      }),
  };
}

function create(state: EngineState, options: ContainerOptions, created = Date.now()): StoredContainer {
  const image = findImage(state, options.image);
  if (options.name !== undefined) checkName(state, options.name);
  const id = newId();
  const container: StoredContainer = {
    id,
    name: options.name ?? `unnamed_${id.slice(0, 8)}`,
    options,
    image,
    created: Math.floor(created / 1000) * 1000,
    state: "created",
    started: undefined,
    exitCode: undefined,
    error: "",
    ports: [],
    log: [],
    changes: new Map(),
    watchers: new Set(),
    end: undefined,
  };
  state.containers.set(id, container);
  state.emit("container", "create", id);
  return container;
}

function checkName({ containers }: EngineState, name: string): void {
  if (!/^[a-zA-Z0-9][\w.-]+$/.test(name))
    throw new EngineError("invalid-request", `Invalid container name (${name})`);
  if ([...containers.values()].some((other) => other.name === name))
    throw conflict(`Conflict. The container name "/${name}" is already in use`);
}

function conflict(message: string): EngineError {
  return new EngineError("conflict", message);
}

function change(
  state: EngineState,
  container: StoredContainer,
  to: "paused" | "running",
  action: string,
): void {
  container.state = to;
  for (const watcher of container.watchers) watcher();
  state.emit("container", action, container.id);
}

function drop(state: EngineState, { id }: StoredContainer): void {
  state.containers.delete(id);
  state.emit("container", "destroy", id);
}

function statusOf({ state, exitCode }: StoredContainer): string {
  if (state === "created") return "Created";
  if (state === "paused") return "Up 1 second (Paused)";
  return state === "running" ? "Up 1 second" : `Exited (${exitCode ?? 0}) 1 second ago`;
}

function containerFrom(container: StoredContainer): Container {
  const { id, name, options, image, state, created, ports } = container;
  return {
    id,
    name,
    image: options.image,
    imageId: image.id,
    command: commandOf(container).join(" "),
    state,
    status: statusOf(container),
    created,
    ports,
    labels: { ...image.configuration.labels, ...options.labels },
  };
}

function detailsFrom({
  id,
  name,
  options,
  image,
  state,
  started,
  exitCode,
  error,
  ports,
}: StoredContainer): ContainerDetails {
  const details = {
    id,
    name,
    image: options.image,
    imageId: image.id,
    state,
    started,
    exitCode: state === "exited" ? exitCode : undefined,
    error,
    health: "none" as const,
    lastProbe: undefined,
    tty: options.interactive ?? false,
    environment: [...image.configuration.environment, ...(options.environment ?? [])],
    mounts: options.mounts ?? [],
    ports,
    bindings: options.ports ?? [],
    networks: [options.network ?? "bridge"],
    restartPolicy: options.restartPolicy ?? "no",
    autoRemove: options.autoRemove ?? false,
    command: options.command ?? image.configuration.command,
    entrypoint: options.entrypoint ?? image.configuration.entrypoint,
    user: options.user ?? image.configuration.user,
    workingDirectory: options.workingDirectory ?? image.configuration.workingDirectory,
  };
  return { ...details, raw: structuredClone(details) };
}
