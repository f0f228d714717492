/** Answers worth proposing again, kept by the editor for this workspace. Never a secret. */
export interface Memory {
  get(key: MemoryKey): string | undefined;
  set(key: MemoryKey, value: string): Promise<void>;
}

export type MemoryKey =
  /** By the Dockerfile's path. */
  | `build.tag:${string}`
  | `build.contextFolder:${string}`
  /** By the image's repository, as JSON. */
  | `run.profile:${string}`
  /** The repository of what was run last. */
  | "run.last"
  | "commit.author"
  | "registry.user"
  /** One reference a line, the latest first. */
  | "images.pulled"
  /** The Docker context chosen for this window; empty where the docker CLI's own is used. */
  | "engine.context"
  /** As JSON. */
  | "images.arrangement"
  | "containers.arrangement"
  /** By the image: one command line a line, the latest first. */
  | `execute.commands:${string}`;
