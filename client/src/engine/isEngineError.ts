import type { BuildFailedError } from "./buildFailedError";
import type { EngineError } from "./engineError";

/**
 * Whether it is an EngineError. By its name, not `instanceof`: dockerode's half of the client is a bundle of its own,
 * loaded late, with its own copy of the class.
 */
export function isEngineError(error: unknown): error is EngineError {
  return error instanceof Error && error.name === "EngineError" && "kind" in error;
}

export function isBuildFailedError(error: unknown): error is BuildFailedError {
  return isEngineError(error) && "failure" in error;
}

/** Whether it ended because the person wanted it to, which is no failure. */
export function isCancelled(error: unknown): boolean {
  return isEngineError(error) && error.kind === "cancelled";
}
