/** What went wrong, in terms that a person's next step depends on. */
export type EngineErrorKind =
  /** Nothing listens where the endpoint points: no socket file, no such pipe, host not found. */
  | "engine-not-found"
  /** The Docker context that was asked for does not exist. */
  | "context-not-found"
  /** The socket or port is there but refuses: the engine is stopped. */
  | "engine-stopped"
  /** What names the engine, or docker's own file, holds something that can't be used. */
  | "settings-invalid"
  /** A program that keeps docker's logins failed, hung or is missing. */
  | "credential-helper-failed"
  /** The operating system denies this user the socket. */
  | "permission-denied"
  /** Certificates do not match, or TLS was expected on one side only. */
  | "tls-failed"
  /** The ssh program ended before a connection stood; the message holds its own words. */
  | "ssh-failed"
  /** The connection broke in the middle of an answer. */
  | "connection-lost"
  | "timed-out"
  | "cancelled"
  | "not-found"
  /** In use, already running, name taken. */
  | "conflict"
  | "invalid-request"
  /** The registry wants a login, or refuses the one it was given. */
  | "registry-unauthorized"
  /** The registry knows who asks and says no. */
  | "registry-denied"
  | "registry-rate-limited"
  | "registry-unreachable"
  /** The registry's certificate is not trusted, or it speaks plain HTTP. */
  | "registry-insecure"
  | "registry-failed"
  /** The engine takes no version of its API that we know: only later ones, or only earlier ones. */
  | "engine-too-new"
  | "engine-too-old"
  /** The engine lacks the part that was asked for. */
  | "unsupported"
  | "engine-failed";

/** The one error that an Engine rejects with. `message` is the engine's own words: show it as text, never as markup. */
export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    readonly kind: EngineErrorKind,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
