import type { EngineErrorKind } from "../engineError";

/**
 * What a registry did, read from the engine's words: the engine wraps each failure of a registry in a 500, a 404 or a
 * line within a stream that began well, and only its text tells one from another. Undefined where no registry speaks.
 */
export function registryErrorKind(message: string): EngineErrorKind | undefined {
  const byWords = words.find(([, pattern]) => pattern.test(message));
  if (byWords) return byWords[0];
  const status = httpStatusIn(message);
  if (status === undefined)
    return /\b(?:registry|blob|manifest|digest|layer verification)\b/i.test(message)
      ? "registry-failed"
      : undefined;
  return byStatus[status] ?? "registry-failed";
}

/** The first that matches wins, so what is certain stands before what is vague. */
const words: readonly (readonly [EngineErrorKind, RegExp])[] = [
  ["registry-rate-limited", /toomanyrequests|too many requests|rate limit/i],
  ["registry-insecure", /x509:|\btls: |HTTP response to HTTPS client|malformed HTTP response/],
  [
    "registry-unauthorized",
    /unauthorized|no basic auth credentials|authentication required|incorrect username or password|token has expired/i,
  ],
  ["registry-denied", /\bdenied\b|insufficient_scope/i],
  [
    "registry-unreachable",
    /no such host|server misbehaving|dial tcp|connection re(?:fused|set)|broken pipe|network is unreachable|no route to host|i\/o timeout|TLS handshake timeout|Client\.Timeout|deadline exceeded|\bEOF\b/,
  ],
  ["not-found", /manifest unknown|name unknown|not found|no matching manifest|does not exist/i],
];

const byStatus: Readonly<Record<number, EngineErrorKind>> = {
  401: "registry-unauthorized",
  403: "registry-denied",
  404: "not-found",
  407: "registry-unreachable",
  429: "registry-rate-limited",
};

/** As in "unexpected HTTP status: 500 Internal …", "error parsing HTTP 403 response body", "…/v2/: 429 Too Many …". */
function httpStatusIn(message: string): number | undefined {
  const found = /(?:status(?: code)?:? |HTTP )([1-5]\d\d)\b|: ([45]\d\d) [A-Z]/.exec(message);
  return found === null ? undefined : Number(found[1] ?? found[2]);
}
