/** The settings that commands read, as they are at this moment. */
export interface Preferences {
  /** Where new images go: `ghcr.io`, or empty for Docker Hub. */
  readonly registry: string;
  /** Lines from a log's end. */
  readonly logLines: number;
  /** Whether rows of running containers show what they take of CPU and memory. */
  readonly liveUsage: boolean;
}
