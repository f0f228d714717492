import type { EngineErrorKind } from "../engine/engineError";

/**
 * What a person is told: what is wrong and the one next step, in plain sentences. `{engine}` stands for the engine's
 * address, `{words}` for the engine's own words, quoted only where they add what we can't know, `{registry}` for the
 * registry's host, `{ssh}` for what `ssh` takes to reach the engine's host.
 */
export interface Wording {
  readonly message: string;
  readonly nextStep: string;
}

/** A kind of failure, with those of its causes that have a next step of their own. The first that fits is taken. */
export interface KindWording extends Wording {
  readonly causes?: readonly CauseWording[];
}

export interface CauseWording extends Wording {
  readonly cause: string;
  /** What the engine, ssh or TLS says in this case. */
  readonly said: RegExp;
}

/** Why no engine answers. */
export type ConnectionFailure = Extract<
  EngineErrorKind,
  | "engine-not-found"
  | "context-not-found"
  | "settings-invalid"
  | "engine-stopped"
  | "permission-denied"
  | "tls-failed"
  | "ssh-failed"
  | "connection-lost"
  | "timed-out"
  | "engine-too-new"
  | "engine-too-old"
>;

/** Why an engine that answers did not do what it was asked for. */
export type CallFailure = Exclude<EngineErrorKind, ConnectionFailure>;
