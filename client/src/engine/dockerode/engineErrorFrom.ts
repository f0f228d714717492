import { EngineError, type EngineErrorKind } from "../engineError";
import { registryErrorKind } from "./registryErrorKind";

/** Whose failure an error may tell of: the engine's own, or that of a registry which it asked for us. */
export type Peer = "engine" | "registry";

/** Any error of Node's, docker-modem's or the engine's, as the kind that a person's next step depends on. */
export function engineErrorFrom(error: unknown, peer: Peer = "engine"): EngineError {
  if (error instanceof EngineError) return error;
  const { code, statusCode, name } = asFailure(error);
  const message = messageOf(error);
  const failed = (kind: EngineErrorKind) => new EngineError(kind, message, { cause: error });
  if (statusCode !== undefined) return failed(kindOfAnswer(statusCode, message, peer));
  if (name === "AbortError" || code === "ABORT_ERR") return failed("cancelled");
  if (code !== undefined) return failed(kindOfCode(code));
  return failed(/socket hang up|aborted/.test(message) ? "connection-lost" : "engine-failed");
}

/** An error that the engine reports inside an answer which began with 200. */
export function engineErrorFromText(message: string, peer: Peer): EngineError {
  return new EngineError(kindOfText(message, peer) ?? "engine-failed", message);
}

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly reason?: string;
}

function asFailure(error: unknown): Failure {
  return typeof error === "object" && error !== null ? error : {};
}

/** The engine's own words, without what docker-modem puts before and after them. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const { statusCode, reason } = asFailure(error);
  if (statusCode === undefined) return message;
  const prefix = `(HTTP code ${statusCode}) ${reason ?? "unexpected"} - `;
  return (message.startsWith(prefix) ? message.slice(prefix.length) : message).trim();
}

function kindOfAnswer(status: number, message: string, peer: Peer): EngineErrorKind {
  if (/HTTP request to an HTTPS server/.test(message)) return "tls-failed";
  if (/client version .+ is too old/.test(message)) return "engine-too-new";
  if (/client version .+ is too new/.test(message)) return "engine-too-old";
  const byText = kindOfText(message, peer);
  if (byText !== undefined && status !== 400) return byText;
  return byStatus[status] ?? (status < 500 ? "invalid-request" : "engine-failed");
}

const byStatus: Readonly<Record<number, EngineErrorKind>> = {
  401: "permission-denied",
  403: "permission-denied",
  404: "not-found",
  405: "unsupported",
  409: "conflict",
  501: "unsupported",
  // A part that this engine does not run, such as swarm.
  503: "unsupported",
};

function kindOfText(message: string, peer: Peer): EngineErrorKind | undefined {
  const byWords = engineWords.find(([, pattern]) => pattern.test(message));
  return byWords?.[0] ?? (peer === "registry" ? registryErrorKind(message) : undefined);
}

/** What engines say with a status that tells less: 20.10 answers 500 where later ones say 409, and Podman often does. */
const engineWords: readonly (readonly [EngineErrorKind, RegExp])[] = [
  ["unsupported", /^(?:page not found|Not Found)$|does not support reading/],
  ["conflict", /port is already allocated|address already in use|is not paused$/],
  ["invalid-request", /invalid reference format|: invalid argument$/],
  ["conflict", /container state improper|is already in use by \w+\. You have to remove|please force removal/],
  [
    "not-found",
    /(?:image|container|layer) not known$|^no such (?:image|container)\b|: no such container$|container has already been removed/i,
  ],
];

function kindOfCode(code: string): EngineErrorKind {
  if (/^(?:ERR_SSL|ERR_TLS|ERR_OSSL|UNABLE_TO_|CERT_|DEPTH_ZERO|SELF_SIGNED|EPROTO$)/.test(code))
    return "tls-failed";
  return byCode[code] ?? "engine-failed";
}

const byCode: Readonly<Record<string, EngineErrorKind>> = {
  ENOENT: "engine-not-found",
  ENOTFOUND: "engine-not-found",
  EAI_AGAIN: "engine-not-found",
  ENOTDIR: "engine-not-found",
  EHOSTUNREACH: "engine-not-found",
  ENETUNREACH: "engine-not-found",
  EADDRNOTAVAIL: "engine-not-found",
  ECONNREFUSED: "engine-stopped",
  EACCES: "permission-denied",
  EPERM: "permission-denied",
  ETIMEDOUT: "timed-out",
  ECONNRESET: "connection-lost",
  ECONNABORTED: "connection-lost",
  EPIPE: "connection-lost",
  ERR_STREAM_PREMATURE_CLOSE: "connection-lost",
  ERR_STREAM_DESTROYED: "connection-lost",
  ERR_HTTP_INVALID_HEADER_VALUE: "invalid-request",
  ERR_INVALID_CHAR: "invalid-request",
  ERR_UNESCAPED_CHARACTERS: "invalid-request",
};
