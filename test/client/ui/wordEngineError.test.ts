import assert from "node:assert/strict";
import { test } from "node:test";
import { EngineError, type EngineErrorKind } from "../../../client/src/engine/engineError";
import { wordEngineError } from "../../../client/src/ui/wordEngineError";

const kinds: readonly EngineErrorKind[] = [
  "engine-not-found",
  "context-not-found",
  "engine-stopped",
  "settings-invalid",
  "credential-helper-failed",
  "permission-denied",
  "tls-failed",
  "ssh-failed",
  "connection-lost",
  "timed-out",
  "not-found",
  "conflict",
  "invalid-request",
  "registry-unauthorized",
  "registry-denied",
  "registry-rate-limited",
  "registry-unreachable",
  "registry-insecure",
  "registry-failed",
  "engine-too-new",
  "engine-too-old",
  "unsupported",
  "engine-failed",
];

test("each failure has its own message and a next step", () => {
  const messages = kinds.map((kind) =>
    wordEngineError(new EngineError(kind, "the engine's words"), "unix:///x"),
  );
  assert.equal(new Set(messages.map(({ message }) => message)).size, kinds.length);
  for (const { message, nextStep } of messages) {
    assert.match(message, /^[A-Z].*\.$/);
    assert.match(nextStep, /^[A-Z].*\.$/);
    assert.doesNotMatch(message + nextStep, /\{|\}/);
  }
});

test("the engine's words are quoted as they are", () => {
  const { message } = wordEngineError(new EngineError("conflict", "taken: $& {engine}"), "unix:///x");
  assert.match(message, /taken: \$& \{engine\}\.$/);
});
