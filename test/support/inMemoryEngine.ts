import type { Engine } from "../../client/src/engine/engine";
import type { EngineErrorKind } from "../../client/src/engine/engineError";
import { inMemoryNetworks, inMemoryVolumes } from "./inMemory/attachables";
import { type ContainerSeed, inMemoryContainers, seedContainers } from "./inMemory/containers";
import { type ImageSeed, inMemoryImages, seedImages } from "./inMemory/images";
import { inMemoryRegistries, type RegistrySeed, seedRegistries } from "./inMemory/registries";
import { createState, type EngineState } from "./inMemory/state";
import { inMemorySystem } from "./inMemory/system";

/** What the engine holds from the start. */
export interface InMemoryEngineOptions {
  readonly images?: readonly ImageSeed[];
  readonly containers?: readonly ContainerSeed[];
  /** A registry that is not here can't be reached. */
  readonly registries?: readonly RegistrySeed[];
  /** Names of networks beyond the three that every engine has. */
  readonly networks?: readonly string[];
}

/** An engine with everything in memory: it keeps what it is given, runs small programs, and fails where a real one does. */
export interface InMemoryEngine extends Engine {
  /** From now on nothing answers, and streams break off, as when the engine is stopped. */
  goDown(kind?: EngineErrorKind): void;
  comeBack(): void;
  /** What it holds, to look at and to change behind its back. */
  readonly state: EngineState;
}

export function createInMemoryEngine(options: InMemoryEngineOptions = {}): InMemoryEngine {
  const state = createState();
  seedRegistries(state, options.registries ?? []);
  seedImages(state, options.images ?? []);
  seedContainers(state, options.containers ?? []);
  return {
    system: inMemorySystem(state),
    images: inMemoryImages(state),
    containers: inMemoryContainers(state),
    networks: inMemoryNetworks(state, options.networks ?? []),
    volumes: inMemoryVolumes(state),
    registries: inMemoryRegistries(state),
    dispose: () => state.interrupt("cancelled"),
    goDown: (kind = "engine-stopped") => state.interrupt(kind),
    comeBack: () => state.resume(),
    state,
  };
}
