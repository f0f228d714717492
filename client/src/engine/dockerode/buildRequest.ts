import type { IncomingMessage } from "node:http";
import type Dockerode from "dockerode";
import type { BuildOptions } from "../build";
import type { ContextSize } from "../build/contextSize";
import type { buildQuery } from "./buildQuery";

/** What either builder needs to start. */
export interface BuildRequest {
  readonly docker: Dockerode;
  readonly options: BuildOptions;
  readonly query: ReturnType<typeof buildQuery>;
  readonly onContextSent: (sent: ContextSize) => void;
  /** Fires when the build is cancelled, and when it is over. */
  readonly signal: AbortSignal;
}

/** A running build: the engine's answer, and what went wrong on our side while it ran. */
export interface BuildAnswer {
  readonly answer: IncomingMessage;
  readonly localProblem: () => unknown;
}
