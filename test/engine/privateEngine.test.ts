import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { test } from "node:test";
import { startPrivateEngine } from "../../scripts/testbed/privateEngine";
import { useTestEngine } from "../support/useTestEngine";

const bed = useTestEngine({
  images: ["alpine:3.20", "busybox:1"],
  login: { user: "joe", password: "s3cret" },
});

test("an engine of our own begins with the images that it was given, labelled as stand-ins", async () => {
  const { docker } = bed().engine;
  const images = await docker.listImages();
  assert.deepEqual(images.flatMap((image) => image.RepoTags ?? []).sort(), ["alpine:3.20", "busybox:1"]);
  assert.match(images[0]?.Labels["org.opencontainers.image.description"] ?? "", /^Stand-in/);
});

test("its containers run, and survive neither a kill nor are forgotten by it", async () => {
  const { engine } = bed();
  const container = await engine.docker.createContainer({
    Image: "alpine:3.20",
    Cmd: ["sleep", "60"],
    StopTimeout: 1,
  });
  await container.start();
  await engine.kill();
  await assert.rejects(engine.docker.ping());
  await engine.start();
  const { State } = await container.inspect();
  assert.equal(State.Running, false);
  await container.remove({ force: true });
});

test("its registry wants the login", async () => {
  const { registry } = bed();
  const { status } = await fetch(`http://${registry.domain}/v2/`);
  assert.equal(status, 401);
  assert.deepEqual(await registry.tags("joe/nothing"), []);
});

test("an engine that is stopped leaves nothing behind, whatever was running in it", async () => {
  const engine = await startPrivateEngine();
  await engine.docker.createNetwork({ Name: "other" });
  const links = () => Object.keys(networkInterfaces()).filter((name) => name.startsWith("drydock"));
  assert.ok(links().length > 0);
  await engine.stop();
  assert.equal(existsSync(engine.folder), false);
  await assert.rejects(engine.docker.ping());
});
