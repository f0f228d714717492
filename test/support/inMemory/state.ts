import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type {
  ContainerOptions,
  ContainerState,
  FileChange,
  PublishedPort,
} from "../../../client/src/engine/container";
import type { EngineEvent, LogChunk } from "../../../client/src/engine/engine";
import { EngineError, type EngineErrorKind } from "../../../client/src/engine/engineError";
import type { HistoryEntry, SearchResult } from "../../../client/src/engine/image";
import type { ImageConfiguration } from "./imageConfiguration";

/** All that the in-memory engine is. */
export interface EngineState {
  readonly images: Map<string, StoredImage>;
  readonly containers: Map<string, StoredContainer>;
  readonly registries: Map<string, StoredRegistry>;
  readonly searchable: SearchResult[];
  readonly watchers: Set<(event: EngineEvent) => void>;
  emit(object: EngineEvent["object"], action: string, id: string): void;
  /** Milliseconds since 1970, no two alike: the clock of a real engine is finer than ours. */
  now(): number;
  /** Answers as an engine over a socket does: later, and not at all once it is gone or the caller has gone away. */
  answer<Value>(
    work: (interrupted: Promise<never>) => Value | Promise<Value>,
    signal?: AbortSignal,
  ): Promise<Value>;
  interrupt(kind: EngineErrorKind): void;
  resume(): void;
}

export interface StoredImage {
  readonly id: string;
  readonly tags: Set<string>;
  readonly digests: Set<string>;
  readonly created: number;
  readonly size: number;
  readonly parentId: string | undefined;
  readonly author: string;
  readonly comment: string;
  readonly configuration: ImageConfiguration;
  readonly layers: readonly string[];
  readonly history: readonly HistoryEntry[];
  readonly architecture: string;
}

export interface StoredContainer {
  readonly id: string;
  name: string;
  readonly options: ContainerOptions;
  readonly image: StoredImage;
  readonly created: number;
  state: ContainerState;
  started: number | undefined;
  exitCode: number | undefined;
  error: string;
  ports: readonly PublishedPort[];
  readonly log: { readonly chunk: LogChunk; readonly time: number }[];
  readonly changes: Map<string, FileChange["kind"]>;
  /** Told whenever state or log have changed. */
  readonly watchers: Set<() => void>;
  /** Ends what runs in it; there only while it does. */
  end: ((exitCode: number) => void) | undefined;
}

export interface StoredRegistry {
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** By `path:tag`. */
  readonly images: Map<string, StoredImage>;
}

export function createState(): EngineState {
  const watchers = new Set<(event: EngineEvent) => void>();
  let interruption: EngineErrorKind | undefined;
  const underWay = new Set<(error: EngineError) => void>();

  let lastTime = 0;
  const state: EngineState = {
    now() {
      lastTime = Math.max(Date.now(), lastTime + 1);
      return lastTime;
    },
    images: new Map(),
    containers: new Map(),
    registries: new Map(),
    searchable: [],
    watchers,
    emit(object, action, id) {
      for (const watcher of watchers) watcher({ object, action, id });
    },
    async answer(work, signal) {
      await setImmediate();
      if (interruption !== undefined)
        throw new EngineError(interruption, "The in-memory engine does not answer.");
      if (signal?.aborted) throw cancelled();
      let interrupt: (error: EngineError) => void = () => undefined;
      const interrupted = new Promise<never>((_, reject) => {
        interrupt = reject;
      });
      const cancel = () => interrupt(cancelled());
      underWay.add(interrupt);
      signal?.addEventListener("abort", cancel, { once: true });
      try {
        return await Promise.race([work(interrupted), interrupted]);
      } finally {
        underWay.delete(interrupt);
        signal?.removeEventListener("abort", cancel);
      }
    },
    interrupt(kind) {
      interruption = kind;
      const error =
        kind === "cancelled" ? cancelled() : new EngineError("connection-lost", "The connection broke.");
      for (const interrupt of underWay) interrupt(error);
    },
    resume() {
      interruption = undefined;
    },
  };
  return state;
}

function cancelled(): EngineError {
  return new EngineError("cancelled", "Cancelled.");
}

export function newId(): string {
  return randomBytes(32).toString("hex");
}

/** The container by name, id or beginning of an id. */
export function findContainer(state: EngineState, wanted: string): StoredContainer {
  const all = [...state.containers.values()];
  const found =
    state.containers.get(wanted) ??
    all.find(({ name }) => name === wanted.replace(/^\//, "")) ??
    (wanted === "" ? undefined : all.find(({ id }) => id.startsWith(wanted)));
  if (wanted === "") throw new EngineError("invalid-request", "A container needs a name.");
  if (found === undefined) throw new EngineError("not-found", `No such container: ${wanted}`);
  return found;
}

/** The image by tag, digest, id or beginning of an id. */
export function findImage(state: EngineState, wanted: string): StoredImage {
  if (wanted === "") throw new EngineError("invalid-request", "An image needs a reference.");
  const tag = withTag(wanted);
  const hex = wanted.replace(/^sha256:/, "");
  for (const image of state.images.values()) {
    if (image.tags.has(tag) || image.digests.has(wanted)) return image;
  }
  for (const image of state.images.values()) {
    if (/^[0-9a-f]+$/.test(hex) && image.id.startsWith(`sha256:${hex}`)) return image;
  }
  throw new EngineError("not-found", `No such image: ${wanted}`);
}

export function withTag(reference: string): string {
  return reference.includes("@") || /:[^/]*$/.test(reference) ? reference : `${reference}:latest`;
}

export function containersOf(state: EngineState, image: StoredImage): StoredContainer[] {
  return [...state.containers.values()].filter((container) => container.image.id === image.id);
}

export function isRunning({ state }: StoredContainer): boolean {
  return state === "running" || state === "paused" || state === "restarting";
}
