import type { Endpoint } from "../engine/endpoint";
import type { Engine, EngineEvent } from "../engine/engine";
import { EngineError, type EngineErrorKind } from "../engine/engineError";
import { isEngineError } from "../engine/isEngineError";

/** Whether the engine answers, in the words that the views' welcome texts are chosen by. */
export type EngineState =
  | { readonly kind: "idle" | "connecting" | "ready" }
  | { readonly kind: EngineErrorKind; readonly error: EngineError };

export interface EngineSessionOptions {
  /** Asked anew at each attempt, since Docker contexts change. Rejects with an EngineError. */
  readonly resolveEndpoint: () => Promise<Endpoint>;
  /** Loads the engine's code on the first call. */
  readonly createEngine: (endpoint: Endpoint) => Promise<Engine>;
  readonly onState: (state: EngineState) => void;
  /** What may have changed since the last call. Called at most once in `coalesceMs`. */
  readonly onChange: (changed: ReadonlySet<ChangedObject>) => void;
  readonly log: (line: string) => void;
  readonly coalesceMs?: number;
  readonly retryMs?: readonly number[];
  readonly sshRetryMs?: readonly number[];
}

export type ChangedObject = "images" | "containers";

/** Holds the one connection to the engine and the one stream of its events, for as long as somebody looks. */
export interface EngineSession {
  /** The engine, connected on the first call. Rejects with an EngineError. */
  engine(): Promise<Engine>;
  /** Undefined before the first attempt. */
  endpoint(): Endpoint | undefined;
  state(): EngineState;
  /** Events are followed only while watched; a change missed meanwhile is made up for by a full refresh. */
  watch(wanted: "watch" | "pause"): void;
  /** Drops the connection and tries again at once. */
  reconnect(): void;
  /** Reconnects where the endpoint is no longer the one that was connected to. */
  recheck(): Promise<void>;
  dispose(): void;
}

/** Engines on this machine answer or refuse at once, so even the longest wait is short. */
const defaultRetryMs = [300, 500, 1000, 2000, 3000, 5000];

/** A host that lets nobody in counts each try, and locks out who tries too often; some keys want a touch each time. */
const defaultSshRetryMs = [2000, 10_000, 30_000, 60_000];

export function openEngineSession(options: EngineSessionOptions): EngineSession {
  const {
    retryMs = defaultRetryMs,
    sshRetryMs = defaultSshRetryMs,
    coalesceMs = 150,
    onState,
    log,
  } = options;
  let state: EngineState = { kind: "idle" };
  let connected: { readonly key: string; readonly endpoint: Endpoint; readonly engine: Engine } | undefined;
  let lastEndpoint: Endpoint | undefined;
  const answered = new Set<string>();
  let watching: AbortController | undefined;
  const changes = coalesce<ChangedObject>(coalesceMs, options.onChange);

  /** A socket file that was there and is gone means that the engine was stopped, not that there is none. */
  const failed = (error: unknown) => {
    const known = engineErrorOf(error);
    const kind =
      known.kind === "engine-not-found" && answered.has(connected?.key ?? "") ? "engine-stopped" : known.kind;
    return { kind, error: known };
  };

  const setState = (next: EngineState) => {
    if (next.kind !== state.kind)
      log(`Engine: ${next.kind}${"error" in next ? ` (${next.error.message})` : ""}`);
    state = next;
    onState(next);
  };

  const connect = async (): Promise<Engine> => {
    const endpoint = await options.resolveEndpoint();
    lastEndpoint = endpoint;
    const key = JSON.stringify(endpoint);
    if (connected?.key === key) return connected.engine;
    const engine = await options.createEngine(endpoint);
    connected?.engine.dispose();
    connected = { key, endpoint, engine };
    return engine;
  };

  /** Follows events until the signal fires; after each break it waits a little longer, without end. */
  const follow = async (signal: AbortSignal) => {
    let attempt = 0;
    while (!signal.aborted) {
      try {
        const engine = await connect();
        await engine.system.ping(signal);
        if (signal.aborted) return;
        attempt = 0;
        if (connected) answered.add(connected.key);
        setState({ kind: "ready" });
        // Read all anew once the stream stands: what changes from then on is told.
        const opened = () => changes.add("images", "containers");
        await engine.system.watchEvents((event) => changes.add(...objectsOf(event)), signal, opened);
      } catch (error) {
        if (signal.aborted) return;
        setState(failed(error));
      }
      const waits = state.kind === "ssh-failed" ? sshRetryMs : retryMs;
      await pause(waits[Math.min(attempt, waits.length - 1)] ?? 5000, signal);
      attempt += 1;
    }
  };

  const start = () => {
    watching?.abort();
    watching = new AbortController();
    if (state.kind === "idle") setState({ kind: "connecting" });
    follow(watching.signal).catch((error) => log(`The engine's events can't be followed: ${error}`));
  };

  const reconnect = () => {
    connected?.engine.dispose();
    connected = undefined;
    setState({ kind: "connecting" });
    if (watching) start();
  };

  return {
    async engine() {
      try {
        return await connect();
      } catch (error) {
        const state = failed(error);
        setState(state);
        throw state.error;
      }
    },
    endpoint: () => lastEndpoint,
    state: () => state,
    watch(wanted) {
      if (wanted === "watch" && !watching) start();
      if (wanted === "pause") {
        watching?.abort();
        watching = undefined;
      }
    },
    reconnect,
    async recheck() {
      const endpoint = await options.resolveEndpoint().catch(() => undefined);
      // One that can't be resolved is told about where it is needed: at the next attempt to connect.
      if (JSON.stringify(endpoint) !== connected?.key) reconnect();
    },
    dispose() {
      watching?.abort();
      changes.dispose();
      connected?.engine.dispose();
      connected = undefined;
    },
  };
}

function engineErrorOf(error: unknown): EngineError {
  if (isEngineError(error)) return error;
  return new EngineError("engine-failed", error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}

/** An image's row shows whether containers use it, so a container's coming and going changes both. */
function objectsOf({ object, action }: EngineEvent): ChangedObject[] {
  if (object === "image") return ["images"];
  if (object !== "container") return [];
  if (action === "create" || action === "destroy") return ["images", "containers"];
  // Each `docker exec`, such as a health check, tells three of these; no row shows them.
  return action.startsWith("exec_") || action === "top" ? [] : ["containers"];
}

/** Gathers what is added and hands it over at once, a moment after the first. */
function coalesce<T>(milliseconds: number, handOver: (gathered: ReadonlySet<T>) => void) {
  let gathered = new Set<T>();
  let timer: NodeJS.Timeout | undefined;
  return {
    add(...items: T[]) {
      for (const item of items) gathered.add(item);
      if (gathered.size === 0 || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        const all = gathered;
        gathered = new Set();
        handOver(all);
      }, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Resolves after that time, or as soon as the signal fires. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end, { once: true });
  });
}
