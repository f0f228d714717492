import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { createDockerodeEngine } from "../../../../client/src/engine/dockerode/createDockerodeEngine";
import type { Engine, EngineEvent } from "../../../../client/src/engine/engine";
import { isEngineError } from "../../../../client/src/engine/isEngineError";
import { wordEngineError } from "../../../../client/src/ui/wordEngineError";
import { fails } from "../../../support/contract/contractSubject";
import type { PretendEngine } from "../../../support/pretendEngine";
import { type Release, releases, startVersionedEngine } from "../../../support/versionedEngine";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

async function start(
  release: () => Release,
): Promise<{ readonly engine: Engine; readonly pretend: PretendEngine }> {
  const pretend = await startVersionedEngine(release);
  const engine = createDockerodeEngine({ kind: "unix", path: pretend.socketPath });
  cleanUp.push(
    () => pretend.stop(),
    () => engine.dispose(),
  );
  return { engine, pretend };
}

const newest = releases.find(({ engine }) => engine.startsWith("29")) as Release;
const oldest = releases[0] as Release;

describe("every release is spoken to in a version that it takes", () => {
  for (const release of releases)
    test(`${release.product} ${release.engine}, API ${release.minimumApi} to ${release.api}`, async () => {
      const { engine, pretend } = await start(() => release);
      const version = await engine.system.version();
      assert.deepEqual(
        [version.product, version.engine, version.api, version.minimumApi],
        [release.product, release.engine, release.api, release.minimumApi],
      );
      assert.equal(version.buildKit, release.product === "Docker");
      const images = await engine.images.list();
      assert.ok(images.length > 0);
      for (const { id, tags, size } of images) {
        assert.match(id, /^sha256:/);
        assert.ok(size > 0);
        assert.ok(tags.every((tag) => !tag.includes("<none>")));
      }
      assert.ok((await engine.containers.list()).length > 0);
      assert.ok((await engine.images.usage()).total > 0);
      assert.ok((await engine.system.diskUsage()).images.count > 0);
      const events: EngineEvent[] = [];
      await fails(
        engine.system.watchEvents((event) => events.push(event), new AbortController().signal),
        "connection-lost",
      );
      assert.deepEqual(events, [{ object: "image", action: "tag", id: "sha256:1" }]);
      const [ping, ...asked] = pretend.asked;
      assert.equal(ping, "/_ping");
      for (const path of asked) assert.ok(path.startsWith(`/v${release.api}/`), path);
    });

  test("what a release lacks is said, with the version that it speaks", async () => {
    for (const release of releases) {
      const { engine } = await start(() => release);
      const error = await engine.registries.digest("me/app:1").catch((reason: unknown) => reason);
      assert(isEngineError(error));
      assert.equal(error.kind, "unsupported");
      const { message } = wordEngineError(error, "unix:///x");
      assert.equal(message, `This engine can't do that: its API, version ${release.api}, has no such call.`);
    }
  });
});

describe("an engine of another time", () => {
  test("one that is newer than all we know is spoken to as the newest that we know, where it lets us", async () => {
    const { engine, pretend } = await start(() => ({ ...newest, engine: "40.0.0", api: "1.70" }));
    assert.ok((await engine.images.list()).length > 0);
    assert.ok(pretend.asked.at(-1)?.startsWith("/v1.52/"));
  });

  test("one that takes later versions only is said to be newer than Drydock", async () => {
    const { engine } = await start(() => ({ ...newest, engine: "41.0.0", api: "1.70", minimumApi: "1.60" }));
    const error = await engine.images.list().catch((reason: unknown) => reason);
    assert(isEngineError(error));
    assert.equal(error.kind, "engine-too-new");
    assert.deepEqual(wordEngineError(error, "unix:///x"), {
      message:
        "The Docker engine at unix:///x is too new for this version of Drydock: client version 1.52 is too old. Minimum supported API version is 1.60, please upgrade your client to a newer version.",
      nextStep: "Update Drydock.",
    });
  });

  test("one that was replaced by a later or an earlier release is asked anew what it takes", async () => {
    let release = oldest;
    const { engine } = await start(() => release);
    await engine.images.list();
    release = newest;
    await fails(engine.images.list(), "connection-lost");
    assert.ok((await engine.images.list()).length > 0);
    release = oldest;
    await fails(engine.images.list(), "connection-lost");
    assert.ok((await engine.images.list()).length > 0);
  });
});
