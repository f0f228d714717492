import assert from "node:assert/strict";
import { test } from "node:test";
import { builderOf } from "../../../client/src/engine/dockerode/builderOf";

const docker20 = { server: "Docker/20.10.24 (linux)", "api-version": "1.41", ostype: "linux" };

test("an engine's word of its builder counts", () => {
  assert.equal(builderOf({ ...docker20, "builder-version": "2" }), "buildkit");
  assert.equal(builderOf({ ...docker20, "builder-version": "1" }), "classic");
});

test("an older Docker that says nothing of it has BuildKit all the same", () => {
  assert.equal(builderOf(docker20), "buildkit");
  assert.equal(builderOf({ ...docker20, "api-version": "1.38" }), "classic");
});

test("Windows and Podman have none", () => {
  assert.equal(builderOf({ ...docker20, ostype: "windows" }), "classic");
  assert.equal(
    builderOf({ server: "Libpod/5.0 (linux)", "api-version": "1.41", ostype: "linux" }),
    "classic",
  );
  assert.equal(builderOf({}), "classic");
});
