import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  engineErrorFrom,
  engineErrorFromText,
} from "../../../../client/src/engine/dockerode/engineErrorFrom";
import { EngineError, type EngineErrorKind } from "../../../../client/src/engine/engineError";

describe("what Node says of a connection", () => {
  const kinds: Record<string, EngineErrorKind> = {
    ENOENT: "engine-not-found",
    ENOTFOUND: "engine-not-found",
    EHOSTUNREACH: "engine-not-found",
    ECONNREFUSED: "engine-stopped",
    EACCES: "permission-denied",
    EPERM: "permission-denied",
    ETIMEDOUT: "timed-out",
    ECONNRESET: "connection-lost",
    EPIPE: "connection-lost",
    ERR_STREAM_PREMATURE_CLOSE: "connection-lost",
    EPROTO: "tls-failed",
    ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: "tls-failed",
    ERR_TLS_CERT_ALTNAME_INVALID: "tls-failed",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls-failed",
    DEPTH_ZERO_SELF_SIGNED_CERT: "tls-failed",
    CERT_HAS_EXPIRED: "tls-failed",
    ABORT_ERR: "cancelled",
    HPE_INVALID_CONSTANT: "engine-failed",
  };
  for (const [code, kind] of Object.entries(kinds))
    test(`${code} is ${kind}`, () => {
      const cause = Object.assign(new Error(`connect ${code} /run/docker.sock`), { code });
      const error = engineErrorFrom(cause);
      assert.equal(error.kind, kind);
      assert.equal(error.message, `connect ${code} /run/docker.sock`);
      assert.equal(error.cause, cause);
    });

  test("a connection that is hung up without a code is lost", () => {
    assert.equal(engineErrorFrom(new Error("socket hang up")).kind, "connection-lost");
  });

  test("what is ours already stays as it is", () => {
    const error = new EngineError("ssh-failed", "Host key verification failed.");
    assert.equal(engineErrorFrom(error), error);
  });

  test("anything else is an engine that failed", () => {
    assert.equal(engineErrorFrom("odd").kind, "engine-failed");
    assert.equal(engineErrorFrom(undefined).kind, "engine-failed");
    assert.equal(engineErrorFrom(new TypeError("x is not a function")).kind, "engine-failed");
  });
});

describe("what the engine answers", () => {
  const answers: readonly (readonly [number, string, EngineErrorKind])[] = [
    [400, "invalid reference format", "invalid-request"],
    [400, "client version 1.24 is too old. Minimum supported API version is 1.44", "engine-too-new"],
    [400, "Client sent an HTTP request to an HTTPS server.", "tls-failed"],
    [403, "authorization denied by plugin opa", "permission-denied"],
    [404, "No such container: denied", "not-found"],
    [404, "page not found", "unsupported"],
    [405, "method not allowed", "unsupported"],
    [409, "You cannot remove a running container", "conflict"],
    [500, "Bind for 0.0.0.0:80 failed: port is already allocated", "conflict"],
    [500, "listen tcp4 0.0.0.0:80: bind: address already in use", "conflict"],
    [500, "Container 123 is not paused", "conflict"],
    // Podman's.
    [500, "can only kill running containers. 1a2b is in state created: container state improper", "conflict"],
    [500, "docker.io/no/such:image: image not known", "not-found"],
    [500, "names must match [a-zA-Z0-9][a-zA-Z0-9_.-]*: invalid argument", "invalid-request"],
    [404, "Not Found", "unsupported"],
    [500, "error creating overlay mount: no space left on device", "engine-failed"],
    [500, "runc: exec: permission denied: unknown", "engine-failed"],
    [501, "configured logging driver does not support reading", "unsupported"],
    [503, "This node is not a swarm manager.", "unsupported"],
  ];
  for (const [status, message, kind] of answers)
    test(`${status} ${message}`, () => {
      const error = engineErrorFrom(answer(status, message));
      assert.equal(error.kind, kind);
      assert.equal(error.message, message);
    });
});

describe("what the engine hands on from a registry", () => {
  const messages: readonly (readonly [string, EngineErrorKind])[] = [
    ["unauthorized: authentication required", "registry-unauthorized"],
    ["unauthorized: incorrect username or password", "registry-unauthorized"],
    ['Head "https://localhost:5000/v2/me/x/manifests/1": no basic auth credentials', "registry-unauthorized"],
    [
      "login attempt to http://localhost:5000/v2/ failed with status: 401 Unauthorized",
      "registry-unauthorized",
    ],
    ["denied: Your authorization token has expired. Reauthenticate and try again.", "registry-unauthorized"],
    ["denied: requested access to the resource is denied", "registry-denied"],
    [
      "pull access denied for me/x, repository does not exist or may require 'docker login'",
      "registry-denied",
    ],
    ["server message: insufficient_scope: authorization failed", "registry-denied"],
    ["error parsing HTTP 403 response body: invalid character '<'", "registry-denied"],
    ["toomanyrequests: You have reached your pull rate limit.", "registry-rate-limited"],
    ["unexpected status from HEAD request to https://x/v2/: 429 Too Many Requests", "registry-rate-limited"],
    ["manifest for alpine:nope not found: manifest unknown: manifest unknown", "not-found"],
    ["no matching manifest for linux/arm64/v8 in the manifest list entries", "not-found"],
    ["An image does not exist locally with the tag: me/x", "not-found"],
    ['Get "https://x/v2/": dial tcp: lookup x on 127.0.0.1:53: no such host', "registry-unreachable"],
    [
      'Get "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
      "registry-unreachable",
    ],
    ['Get "http://127.0.0.1:5000/v2/": EOF', "registry-unreachable"],
    ['Get "https://x/v2/": net/http: TLS handshake timeout', "registry-unreachable"],
    [
      "net/http: request canceled while waiting for connection (Client.Timeout exceeded)",
      "registry-unreachable",
    ],
    ['Get "https://x/v2/": x509: certificate signed by unknown authority', "registry-insecure"],
    ['Get "https://x/v2/": http: server gave HTTP response to HTTPS client', "registry-insecure"],
    ['Get "https://x/v2/": remote error: tls: bad certificate', "registry-insecure"],
    ["received unexpected HTTP status: 500 Internal Server Error", "registry-failed"],
    ["received unexpected HTTP status: 503 Service Unavailable", "registry-failed"],
    ["blob upload unknown", "registry-failed"],
    ["filesystem layer verification failed for digest sha256:12", "registry-failed"],
    ["write /var/lib/docker/tmp/x: no space left on device", "engine-failed"],
  ];
  for (const [message, kind] of messages)
    test(message, () => {
      assert.equal(engineErrorFromText(message, "registry").kind, kind, "in a stream");
      assert.equal(engineErrorFrom(answer(500, message), "registry").kind, kind, "as an answer");
    });

  test("a status speaks where the words do not", () => {
    assert.equal(engineErrorFrom(answer(404, "no luck"), "registry").kind, "not-found");
    assert.equal(engineErrorFrom(answer(409, "no luck"), "registry").kind, "conflict");
  });
});

/** As docker-modem makes them. */
function answer(statusCode: number, message: string): Error {
  const reason = statusCode === 404 ? "no such thing" : undefined;
  const error = new Error(`(HTTP code ${statusCode}) ${reason ?? "unexpected"} - ${message} `);
  return Object.assign(error, { statusCode, reason });
}
