import type { SystemApi } from "../../../client/src/engine/engine";
import { isEngineError } from "../../../client/src/engine/isEngineError";
import { containersOf, type EngineState } from "./state";

export function inMemorySystem(state: EngineState): SystemApi {
  return {
    ping: (signal) => state.answer(() => undefined, signal),

    version: () =>
      state.answer(() => ({
        product: "Docker",
        engine: "in memory",
        api: "1.52",
        minimumApi: "1.44",
        operatingSystem: "linux",
        architecture: "amd64",
        buildKit: false,
      })),

    async watchEvents(listener, signal, opened) {
      try {
        await state.answer(async (interrupted) => {
          state.watchers.add(listener);
          opened?.();
          await interrupted;
        }, signal);
      } catch (error) {
        // A fired signal ends the watch; it is no failure.
        if (!(signal.aborted && isEngineError(error) && error.kind === "cancelled")) throw error;
      } finally {
        state.watchers.delete(listener);
      }
    },

    diskUsage: () =>
      state.answer(() => {
        const images = [...state.images.values()];
        const containers = [...state.containers.values()];
        const unused = images.filter((image) => containersOf(state, image).length === 0);
        const none = { count: 0, total: 0, reclaimable: 0 };
        return {
          images: { count: images.length, total: bytesOf(images), reclaimable: bytesOf(unused) },
          containers: { ...none, count: containers.length },
          volumes: none,
          buildCache: none,
        };
      }),
  };
}

function bytesOf(images: readonly { readonly size: number }[]): number {
  return images.reduce((total, { size }) => total + size, 0);
}
