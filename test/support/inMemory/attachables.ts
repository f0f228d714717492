import type { NetworksApi, VolumesApi } from "../../../client/src/engine/engine";
import { type EngineState, newId } from "./state";

export function inMemoryNetworks(state: EngineState, made: readonly string[]): NetworksApi {
  const networks = [
    { id: newId(), name: "bridge", driver: "bridge" },
    { id: newId(), name: "host", driver: "host" },
    { id: newId(), name: "none", driver: "null" },
    ...made.map((name) => ({ id: newId(), name, driver: "bridge" })),
  ];
  return { list: () => state.answer(() => networks) };
}

/** A volume is there once a container has it. */
export function inMemoryVolumes(state: EngineState): VolumesApi {
  return {
    list: () =>
      state.answer(() => {
        const mounts = [...state.containers.values()].flatMap(({ options }) => options.mounts ?? []);
        const names = mounts.flatMap(({ type, source }) => (type === "volume" && source ? [source] : []));
        return [...new Set(names)].map((name) => ({ name }));
      }),
  };
}
