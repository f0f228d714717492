import type { BuildFailure } from "./build";
import { EngineError } from "./engineError";

/** A build that ran and failed, as opposed to an engine that could not run it. */
export class BuildFailedError extends EngineError {
  constructor(readonly failure: BuildFailure) {
    super("invalid-request", failure.message);
  }
}
