import type { BuildEvent, BuildOptions, BuildResult, RegistryCredential } from "./build";
import type {
  CommitOptions,
  Container,
  ContainerDetails,
  ContainerOptions,
  ContainerStats,
  FileChange,
  ProcessList,
} from "./container";
import type {
  HistoryEntry,
  Image,
  ImageDetails,
  ImagesUsage,
  PruneResult,
  RemovedImages,
  SearchResult,
} from "./image";
import type { Network, Volume } from "./network";
import type { TerminalScreen, TerminalSession } from "./terminal";

/**
 * The engine behind the Engine API, in our own words. Views and commands know this and nothing below it.
 * Every method rejects with an EngineError and with nothing else.
 */
export interface Engine {
  readonly system: SystemApi;
  readonly images: ImagesApi;
  readonly containers: ContainersApi;
  readonly networks: NetworksApi;
  readonly volumes: VolumesApi;
  readonly registries: RegistriesApi;
  /** Releases sockets and child processes. Calls under way reject with kind "cancelled". */
  dispose(): void;
}

export interface SystemApi {
  /** Resolves when the engine answers; rejects with the kind of the failure when it does not. */
  ping(signal?: AbortSignal): Promise<void>;
  version(): Promise<EngineVersion>;
  /**
   * Calls `listener` for each event until `signal` fires, then resolves. Rejects with "connection-lost" when the
   * stream ends by itself: whoever listens decides when to try again. `opened` is called once the stream stands:
   * a list asked for from then on misses nothing.
   */
  watchEvents(
    listener: (event: EngineEvent) => void,
    signal: AbortSignal,
    opened?: () => void,
  ): Promise<void>;
  diskUsage(): Promise<DiskUsage>;
}

export interface ImagesApi {
  /** Dangling images included, intermediate ones left out. */
  list(): Promise<readonly Image[]>;
  inspect(reference: string): Promise<ImageDetails>;
  history(reference: string): Promise<readonly HistoryEntry[]>;
  /** Takes the engine some time: it adds up layers, and before API 1.42 the files of all containers besides. */
  usage(): Promise<ImagesUsage>;
  /** Builds with BuildKit where the engine has it, else with the classic builder. A failed build rejects with BuildFailedError. */
  build(
    options: BuildOptions,
    listener: (event: BuildEvent) => void,
    signal?: AbortSignal,
  ): Promise<BuildResult>;
  pull(reference: string, options: TransferOptions): Promise<void>;
  /** Resolves to the digest that the registry now has. */
  push(reference: string, options: TransferOptions): Promise<string>;
  /** `source` is a reference or an id; `target` is `repository[:tag]`. */
  tag(source: string, target: string): Promise<void>;
  remove(reference: string, options?: { readonly force?: boolean }): Promise<RemovedImages>;
  prune(options: {
    readonly which: "dangling" | "unused";
    readonly olderThanMs?: number;
  }): Promise<PruneResult>;
  /** Docker Hub's search, asked by the engine itself. */
  search(term: string, limit?: number): Promise<readonly SearchResult[]>;
  /** The tar archive of `docker save`. */
  save(references: readonly string[], signal?: AbortSignal): Promise<NodeJS.ReadableStream>;
  /** Resolves to what the engine says it loaded, for example `alpine:3.20`. The archive is closed, however it ends. */
  load(archive: NodeJS.ReadableStream, signal?: AbortSignal): Promise<readonly string[]>;
  /** `docker import`: makes one image of a file system archive; resolves to its id. */
  import(
    archive: NodeJS.ReadableStream,
    options: { readonly reference?: string; readonly changes?: readonly string[]; readonly message?: string },
  ): Promise<string>;
}

export interface ContainersApi {
  /** All of them, stopped ones too. */
  list(): Promise<readonly Container[]>;
  inspect(container: string): Promise<ContainerDetails>;
  /** Resolves to the new container's id. Does not start it. */
  create(options: ContainerOptions): Promise<string>;
  /** Starting a started container, like stopping a stopped one, is no error. */
  start(container: string): Promise<void>;
  stop(container: string): Promise<void>;
  restart(container: string): Promise<void>;
  pause(container: string): Promise<void>;
  unpause(container: string): Promise<void>;
  kill(container: string, signalName?: string): Promise<void>;
  rename(container: string, name: string): Promise<void>;
  /** A running one is a "conflict" unless forced. */
  remove(
    container: string,
    options?: { readonly force?: boolean; readonly volumes?: boolean },
  ): Promise<void>;
  prune(): Promise<PruneResult>;
  /** Calls `listener` with decoded text, standard output and error in their order, until the log ends or `signal` fires. */
  logs(
    container: string,
    options: LogOptions,
    listener: (chunk: LogChunk) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Resolves to the exit code once the container has stopped. */
  wait(container: string, signal?: AbortSignal): Promise<number>;
  stats(container: string, listener: (stats: ContainerStats) => void, signal: AbortSignal): Promise<void>;
  processes(container: string): Promise<ProcessList>;
  changes(container: string): Promise<readonly FileChange[]>;
  /** Resolves to the new image's id. */
  commit(container: string, options: CommitOptions): Promise<string>;
  /** Runs a command to its end inside a running container. A signal ends the waiting; the command itself goes on. */
  execute(container: string, command: readonly string[], signal?: AbortSignal): Promise<ExecuteResult>;
  /** Runs a command with a terminal inside a running container, as `docker exec -it` does. */
  openTerminal(
    container: string,
    command: readonly string[],
    screen: TerminalScreen,
  ): Promise<TerminalSession>;
  /** Sits down at the terminal that a container was made with. Done before its start, nothing of it is missed. */
  attach(container: string, screen: TerminalScreen): Promise<TerminalSession>;
}

export interface NetworksApi {
  /** The three that every engine has among them. */
  list(): Promise<readonly Network[]>;
}

export interface VolumesApi {
  list(): Promise<readonly Volume[]>;
}

export interface RegistriesApi {
  /** Asks the registry, through the engine, whether the login holds. Resolves to an identity token where the registry gives one. */
  checkLogin(credential: RegistryCredential): Promise<string | undefined>;
  /** The digest that the registry has for a reference now. */
  digest(reference: string, credential?: RegistryCredential): Promise<string>;
}

export interface EngineVersion {
  readonly product: "Docker" | "Podman";
  readonly engine: string;
  readonly api: string;
  readonly minimumApi: string | undefined;
  readonly operatingSystem: string;
  readonly architecture: string;
  readonly buildKit: boolean;
}

export interface EngineEvent {
  readonly object: "image" | "container" | "network" | "volume" | "other";
  readonly action: string;
  readonly id: string;
}

export interface TransferOptions {
  readonly platform?: string;
  readonly credential?: RegistryCredential;
  readonly onProgress?: (progress: TransferProgress) => void;
  readonly signal?: AbortSignal;
}

/** One layer's state, as it changes. `current` and `total` are bytes and only there while bytes move. */
export interface TransferProgress {
  readonly layer: string | undefined;
  readonly status: string;
  readonly current: number | undefined;
  readonly total: number | undefined;
}

export interface LogOptions {
  readonly follow?: boolean;
  /** Lines from the end; all when left out. */
  readonly tail?: number;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly timestamps?: boolean;
}

export interface LogChunk {
  readonly source: "stdout" | "stderr";
  readonly text: string;
}

export interface ExecuteResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DiskUsage {
  readonly images: SpaceUsage;
  readonly containers: SpaceUsage;
  readonly volumes: SpaceUsage;
  readonly buildCache: SpaceUsage;
}

export interface SpaceUsage {
  readonly count: number;
  /** Bytes. */
  readonly total: number;
  readonly reclaimable: number;
}
