import type { ContainerStats } from "../engine/container";
import type { Engine } from "../engine/engine";

export interface ContainerUsageOptions {
  readonly engine: () => Promise<Engine>;
  /** Something has changed. Called at most once in `coalesceMs`. */
  readonly onChange: () => void;
  readonly coalesceMs?: number;
}

/** What running containers take of the machine, followed for those that somebody looks at. */
export interface ContainerUsage {
  /** From now on these are followed, at most the first few, and no others. */
  follow(ids: readonly string[]): void;
  of(id: string): ContainerStats | undefined;
  dispose(): void;
}

/** Each costs the engine a stream and a look at the container every second. */
const mostFollowed = 20;

export function followContainerUsage({
  engine,
  onChange,
  coalesceMs = 2000,
}: ContainerUsageOptions): ContainerUsage {
  const followed = new Map<string, AbortController>();
  const known = new Map<string, ContainerStats>();
  let timer: NodeJS.Timeout | undefined;

  const tell = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    }, coalesceMs);
  };

  const open = async (id: string, signal: AbortSignal) => {
    const { containers } = await engine();
    let first = true;
    await containers.stats(
      id,
      (stats) => {
        // The first line has no time before it to compare with, so it knows of no CPU.
        if (!first && !signal.aborted) {
          known.set(id, stats);
          tell();
        }
        first = false;
      },
      signal,
    );
  };

  const close = (id: string) => {
    followed.get(id)?.abort();
    followed.delete(id);
    known.delete(id);
  };

  return {
    follow(ids) {
      const wanted = new Set(ids.slice(0, mostFollowed));
      for (const id of [...followed.keys()]) if (!wanted.has(id)) close(id);
      for (const id of wanted) {
        if (followed.has(id)) continue;
        const controller = new AbortController();
        followed.set(id, controller);
        // A stream ends with its container or with the engine; what is said then is no longer true.
        const ended = () => {
          if (followed.get(id) === controller) close(id);
        };
        open(id, controller.signal).then(ended, ended);
      }
    },
    of: (id) => known.get(id),
    dispose() {
      clearTimeout(timer);
      for (const id of [...followed.keys()]) close(id);
    },
  };
}
