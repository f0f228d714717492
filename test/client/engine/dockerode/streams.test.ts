import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import {
  followTransfer,
  pushedDigest,
  transferProgressFromApi,
} from "../../../../client/src/engine/dockerode/followTransfer";
import { jsonLines } from "../../../../client/src/engine/dockerode/jsonLines";
import { namePath } from "../../../../client/src/engine/dockerode/namePath";
import { familiarReference, splitReference } from "../../../../client/src/engine/reference";

test("values stand on lines, wherever the bytes are cut", async () => {
  const bytes = Buffer.from('{"a":"é🐳"}\r\n\n{"b":2}\n[3]');
  for (let cut = 0; cut <= bytes.length; cut++) {
    const values: unknown[] = [];
    for await (const value of jsonLines(Readable.from([bytes.subarray(0, cut), bytes.subarray(cut)])))
      values.push(value);
    assert.deepEqual(values, [{ a: "é🐳" }, { b: 2 }, [3]]);
  }
});

test("what is not JSON is the engine's failure", async () => {
  const read = async () => {
    for await (const _ of jsonLines(Readable.from(["<html>\n"])));
  };
  await assert.rejects(read, { name: "EngineError", kind: "engine-failed" });
});

test("a failure inside a transfer that began well rejects", async () => {
  const lines = [
    '{"status":"Preparing","id":"1"}\n',
    '{"errorDetail":{"message":"denied: no"},"error":"denied: no"}\n',
  ];
  const heard: unknown[] = [];
  await assert.rejects(
    followTransfer(Readable.from(lines), "registry", (line) => heard.push(line)),
    { name: "EngineError", kind: "registry-denied", message: "denied: no" },
  );
  assert.equal(heard.length, 1);
});

test("progress has bytes only while they move", () => {
  const moving = { id: "1a2b", status: "Downloading", progressDetail: { current: 5, total: 10 } };
  const expected = { layer: "1a2b", status: "Downloading", current: 5, total: 10 };
  assert.deepEqual(transferProgressFromApi(moving), expected);
  assert.deepEqual(transferProgressFromApi({ status: "Pushed", id: "1a2b", progressDetail: {} }), {
    layer: "1a2b",
    status: "Pushed",
    current: undefined,
    total: undefined,
  });
  assert.equal(transferProgressFromApi({ aux: { Digest: "sha256:1" } }), undefined);
});

test("a push ends with its digest, told as data or as text", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  for (const line of [{ aux: { Digest: digest } }, { status: `1.0: digest: ${digest} size: 528` }]) {
    const pushed = pushedDigest();
    pushed.read({ status: "Pushed", aux: null });
    pushed.read(line);
    assert.equal(pushed.digest(), digest);
  }
  assert.throws(() => pushedDigest().digest(), { name: "EngineError", kind: "registry-failed" });
});

test("a name can't leave its place in the path", () => {
  assert.equal(namePath("127.0.0.1:5000/me/app:1.0"), "127.0.0.1:5000/me/app:1.0");
  assert.equal(namePath("app@sha256:12"), "app@sha256:12");
  assert.equal(namePath("a?force=1#b c🐳"), "a%3Fforce%3D1%23b%20c%F0%9F%90%B3");
  for (const name of ["", "/", "../containers/x", "a/../b", "a//b", "."])
    assert.throws(() => namePath(name), { name: "EngineError", kind: "invalid-request" });
});

test("references are taken apart", () => {
  const parts = (repository: string, tag?: string, digest?: string) => ({ repository, tag, digest });
  assert.deepEqual(splitReference("alpine"), parts("alpine"));
  assert.deepEqual(splitReference("localhost:5000/me/app"), parts("localhost:5000/me/app"));
  assert.deepEqual(splitReference("localhost:5000/me/app:1"), parts("localhost:5000/me/app", "1"));
  assert.deepEqual(splitReference("a:1@sha256:12"), parts("a", "1", "sha256:12"));
  assert.equal(familiarReference("docker.io/library/alpine:3"), "alpine:3");
  assert.equal(familiarReference("docker.io/me/app:3"), "me/app:3");
  assert.equal(familiarReference("ghcr.io/me/app:3"), "ghcr.io/me/app:3");
});
