import type { PortProtocol } from "./image";

export type ContainerState = "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";

export interface Container {
  readonly id: string;
  /** Without the engine's leading slash. */
  readonly name: string;
  /** The reference it was made from, as its maker wrote it. */
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  readonly state: ContainerState;
  /** The engine's own words, for example "Up 3 minutes (healthy)". */
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly ports: readonly PublishedPort[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A port of the container; `hostPort` is there only where it is published. */
export interface PublishedPort {
  readonly containerPort: number;
  readonly protocol: PortProtocol;
  readonly hostAddress: string | undefined;
  readonly hostPort: number | undefined;
}

export interface ContainerDetails {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly imageId: string;
  readonly state: ContainerState;
  /** When it was started last, in milliseconds since 1970. */
  readonly started: number | undefined;
  readonly exitCode: number | undefined;
  /** The engine's reason why it could not be started, empty where there is none. */
  readonly error: string;
  readonly health: "none" | "starting" | "healthy" | "unhealthy";
  readonly lastProbe: string | undefined;
  readonly tty: boolean;
  readonly environment: readonly string[];
  readonly mounts: readonly ContainerMount[];
  readonly ports: readonly PublishedPort[];
  /** What was asked to be published, whether or not it runs. */
  readonly bindings: readonly PortBinding[];
  readonly networks: readonly string[];
  readonly restartPolicy: RestartPolicy;
  readonly autoRemove: boolean;
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly user: string;
  readonly workingDirectory: string;
  readonly raw: unknown;
}

export interface ContainerMount {
  readonly type: "bind" | "volume" | "tmpfs" | "npipe" | "cluster" | "image";
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export type RestartPolicy = "no" | "always" | "on-failure" | "unless-stopped";

/** What `docker run` and `docker create` take. What is left out is left to the image. */
export interface ContainerOptions {
  readonly image: string;
  readonly name?: string;
  readonly ports?: readonly PortBinding[];
  readonly environment?: readonly string[];
  readonly mounts?: readonly ContainerMount[];
  readonly network?: string;
  readonly restartPolicy?: RestartPolicy;
  readonly autoRemove?: boolean;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly user?: string;
  readonly workingDirectory?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly platform?: string;
  /** Keeps standard input open and gives it a terminal. */
  readonly interactive?: boolean;
}

export interface PortBinding {
  readonly containerPort: number;
  readonly protocol: PortProtocol;
  /** 0 lets the engine choose one. */
  readonly hostPort: number;
  readonly hostAddress?: string;
}

export interface FileChange {
  readonly path: string;
  readonly kind: "modified" | "added" | "deleted";
}

export interface CommitOptions {
  readonly reference?: string;
  readonly message?: string;
  readonly author?: string;
  /** Dockerfile instructions to apply, as for `docker commit --change`. */
  readonly changes?: readonly string[];
  readonly pause?: boolean;
}

export interface ProcessList {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ContainerStats {
  /** Share of one core, 1 being the whole of it. */
  readonly cpu: number;
  /** Bytes, page cache left out as the CLI does. */
  readonly memory: number;
  /** Bytes. */
  readonly memoryLimit: number;
}
