import assert from "node:assert/strict";
import { test } from "node:test";
import {
  compareVersions,
  newestSyntaxVersion,
  parseSyntaxImage,
  syntaxFeatures,
  syntaxHas,
} from "../../../server/src/grammar/syntaxVersions";

const digest = `sha256:${"0".repeat(64)}`;
const images: readonly (readonly [string, ReturnType<typeof parseSyntaxImage>])[] = [
  ["docker/dockerfile:1", { version: undefined, channel: "stable" }],
  ["docker/dockerfile", { version: undefined, channel: "stable" }],
  ["docker.io/docker/dockerfile:1.7", { version: "1.7", channel: "stable" }],
  ["docker/dockerfile:1.7.1", { version: "1.7.1", channel: "stable" }],
  ["docker/dockerfile:1.7-labs", { version: "1.7", channel: "labs" }],
  ["docker/dockerfile:1-labs", { version: undefined, channel: "labs" }],
  ["docker/dockerfile:labs", { version: undefined, channel: "labs" }],
  ["docker/dockerfile:experimental", { version: undefined, channel: "labs" }],
  ["docker/dockerfile:1.0-experimental", { version: "1.0", channel: "labs" }],
  [`docker/dockerfile:1.4@${digest}`, { version: "1.4", channel: "stable" }],
  ["docker/dockerfile-upstream:master", { version: undefined, channel: "stable" }],
  ["example.com/frontend:1", undefined],
  ["docker/dockerfile:nightly-x", undefined],
  ["", undefined],
];
for (const [reference, expected] of images) {
  test(`what # syntax=${reference} promises`, () => assert.deepEqual(parseSyntaxImage(reference), expected));
}

test("versions are compared by number, and a missing part follows the newest", () => {
  assert.ok(compareVersions("1.10", "1.9") > 0);
  assert.ok(compareVersions("1.2", "1.20") < 0);
  assert.equal(compareVersions("1.4", "1.4"), 0);
  assert.ok(compareVersions("1.4.3", "1.4") >= 0);
  assert.ok(compareVersions("1", "1.20") > 0);
});

test("a frontend has what came with its version, labs included in the labs channel alone", () => {
  const parents = { since: "1.20", labsSince: "1.7" };
  assert.ok(syntaxHas({ version: "1.20", channel: "stable" }, parents));
  assert.ok(!syntaxHas({ version: "1.19", channel: "stable" }, parents));
  assert.ok(syntaxHas({ version: "1.7", channel: "labs" }, parents));
  assert.ok(!syntaxHas({ version: "1.6", channel: "labs" }, parents));
  assert.ok(syntaxHas({ version: undefined, channel: "stable" }, parents));
  assert.ok(syntaxHas({ version: "1.0", channel: "stable" }, {}));
});

test("features are in order and no newer than the newest version", () => {
  const names = Object.keys(syntaxFeatures);
  assert.deepEqual(names, [...names].sort());
  for (const { since } of Object.values(syntaxFeatures)) {
    assert.match(since, /^1\.\d+$/);
    assert.ok(compareVersions(newestSyntaxVersion, since) >= 0);
  }
});
