import type Dockerode from "dockerode";
import { EngineError, type EngineErrorKind } from "../engineError";
import { apiVersionFrom } from "./apiVersionFrom";
import type { Connect } from "./connectTo";
import { type DockerClient, loadDockerClient } from "./dockerClient";
import { createEngineAgent } from "./engineAgent";
import { engineErrorFrom, type Peer } from "./engineErrorFrom";

/** Requests to one engine, each of which settles whatever becomes of the connection. */
export interface Connection {
  /** Runs requests that end together. Rejects with EngineError only. */
  call<Value>(request: Request<Value>, options?: CallOptions): Promise<Value>;
  /** Ends all connections. Calls under way, and all later ones, reject with "cancelled". */
  dispose(): void;
}

/** The dockerode's requests, and the streams that answer them, end when `signal` fires. */
export type Request<Value> = (docker: Dockerode, signal: AbortSignal) => Promise<Value>;

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Rejects with "timed-out" when it takes longer. */
  readonly deadlineMs?: number;
  /** Whom the engine asks meanwhile, and whose errors it hands on. */
  readonly peer?: Peer;
}

/** For what an engine answers at once. One under load may take seconds; one that takes this long hangs. */
export const quickAnswer = { deadlineMs: 30_000 } as const;

/** After these another engine, of another version, may come to listen at the same endpoint. */
const engineGone: readonly EngineErrorKind[] = ["engine-not-found", "engine-stopped", "connection-lost"];

export function openConnection(connect: Connect): Connection {
  const { agent, destroy } = createEngineAgent(connect);
  const underWay = new Set<() => void>();
  let disposed = false;
  let client: Promise<DockerClient> | undefined;
  let negotiated: { readonly apiVersion: string | undefined } | undefined;

  async function dockerFor(signal: AbortSignal): Promise<Dockerode> {
    client ??= loadDockerClient(agent);
    const make = await client;
    negotiated ??= { apiVersion: await apiVersionFrom(make(signal, undefined)) };
    return make(signal, negotiated.apiVersion);
  }

  return {
    async call(request, { signal, deadlineMs, peer = "engine" } = {}) {
      const abort = new AbortController();
      let reason: EngineError | undefined;
      const end = (why: EngineError) => {
        reason ??= why;
        abort.abort(why);
      };
      const cancel = () => end(new EngineError("cancelled", "Cancelled."));
      const expire = () => end(new EngineError("timed-out", "The engine did not answer in time."));
      const timer = deadlineMs === undefined ? undefined : setTimeout(expire, deadlineMs);
      signal?.addEventListener("abort", cancel, { once: true });
      underWay.add(cancel);
      const before = negotiated;
      try {
        if (disposed || signal?.aborted) cancel();
        abort.signal.throwIfAborted();
        return await request(await dockerFor(abort.signal), abort.signal);
      } catch (error) {
        const failure =
          reason ?? namingApi(unlessReplaced(engineErrorFrom(error, peer), before), negotiated?.apiVersion);
        if (engineGone.includes(failure.kind)) negotiated = undefined;
        throw failure;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", cancel);
        underWay.delete(cancel);
      }
    },
    dispose() {
      disposed = true;
      for (const cancel of underWay) cancel();
      destroy();
    },
  };
}

/** An engine that took a version of its API and now refuses it is another one, which is asked anew next time. */
function unlessReplaced(error: EngineError, before: object | undefined): EngineError {
  if (before === undefined || (error.kind !== "engine-too-new" && error.kind !== "engine-too-old"))
    return error;
  return new EngineError("connection-lost", "Another version of the engine has taken its place.", {
    cause: error,
  });
}

/** An engine that lacks a call answers as to a wrong path, in words that help nobody. */
function namingApi(error: EngineError, apiVersion: string | undefined): EngineError {
  if (error.kind !== "unsupported" || !/^(?:page )?not found$/i.test(error.message)) return error;
  const api = apiVersion === undefined ? "its API" : `its API, version ${apiVersion},`;
  return new EngineError("unsupported", `${api} has no such call.`, { cause: error });
}
