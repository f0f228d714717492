/** One image of the engine, whatever the number of its tags. */
export interface Image {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly id: string;
  /** `repository:tag` as docker prints them, Docker Hub's defaults left out. Empty for a dangling image. */
  readonly tags: readonly string[];
  /** `repository@digest`, known after a pull or a push. */
  readonly digests: readonly string[];
  /** Milliseconds since 1970. */
  readonly created: number;
  /** Bytes of all layers together. */
  readonly size: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Ids of the containers made from it, running or not. */
  readonly containerIds: readonly string[];
  readonly parentId: string | undefined;
}

/** What an inspection adds. */
export interface ImageDetails extends Omit<Image, "containerIds"> {
  readonly architecture: string;
  readonly operatingSystem: string;
  readonly variant: string | undefined;
  readonly author: string;
  readonly comment: string;
  readonly user: string;
  readonly workingDirectory: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  /** `NAME=value`, in the image's order. */
  readonly environment: readonly string[];
  readonly exposedPorts: readonly ExposedPort[];
  readonly volumes: readonly string[];
  readonly stopSignal: string | undefined;
  readonly layers: readonly string[];
  /** The engine's answer as it came, for showing as JSON. */
  readonly raw: unknown;
}

/** What never changes about an image, and no list tells. */
export type ImageFacts = Pick<ImageDetails, "operatingSystem" | "architecture" | "variant" | "layers">;

export interface ExposedPort {
  readonly port: number;
  readonly protocol: PortProtocol;
}

export type PortProtocol = "tcp" | "udp" | "sctp";

/** One line of `docker history`, newest first. */
export interface HistoryEntry {
  readonly id: string | undefined;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly createdBy: string;
  /** Bytes that this step added. */
  readonly size: number;
  readonly comment: string;
  readonly tags: readonly string[];
}

export interface RemovedImages {
  readonly untagged: readonly string[];
  readonly deleted: readonly string[];
}

export interface PruneResult {
  readonly removed: readonly string[];
  /** Bytes. */
  readonly reclaimed: number;
}

/** The space that images take, with layers that several of them have counted once. */
export interface ImagesUsage {
  /** Bytes. */
  readonly total: number;
  /** Bytes that would be free again without the images that no container uses. */
  readonly reclaimable: number;
  /** Bytes that an image has in common with others, by its id. One that the engine tells nothing of is missing. */
  readonly shared: ReadonlyMap<string, number>;
}

export interface SearchResult {
  readonly repository: string;
  readonly description: string;
  readonly stars: number;
  readonly official: boolean;
}
