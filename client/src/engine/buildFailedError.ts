import type { BuildFailure } from "./build";
import { EngineError, type EngineErrorKind } from "./engineError";

/** A build that ran and failed, as opposed to an engine that could not run it. */
export class BuildFailedError extends EngineError {
  /** `kind` is a registry's where the base image could not be had. */
  constructor(
    readonly failure: BuildFailure,
    kind: EngineErrorKind = "invalid-request",
  ) {
    super(kind, failure.message);
  }
}
