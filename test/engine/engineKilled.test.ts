import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Engine } from "../../client/src/engine/engine";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { fails } from "../support/contract/contractSubject";
import { type FaultyRegistry, startFaultyRegistry } from "../support/faultyRegistry";

describe("an engine that goes down", { skip: privateEngineObstacle() ?? false }, () => {
  let live: PrivateEngine;
  let registry: FaultyRegistry;
  let engine: Engine;

  before(async () => {
    [live, registry] = await Promise.all([startPrivateEngine(), startFaultyRegistry()]);
    engine = createDockerodeEngine({ kind: "unix", path: live.socketPath });
    registry.fail("is silent", "request");
    await engine.images.import(await busyboxFileSystem(), {
      reference: "base:1",
      changes: ["ENV PATH=/bin"],
    });
  });

  after(async () => {
    engine?.dispose();
    await registry?.stop();
    await live?.stop();
  });

  /** One of each call that lasts, all under way. */
  async function startEverything(to: Engine): Promise<Promise<unknown>[]> {
    const id = await to.containers.create({
      image: "base:1",
      command: ["sh", "-c", "trap 'exit 0' TERM; while true; do echo x; sleep 0.1; done"],
    });
    await to.containers.start(id);
    const never = new AbortController().signal;
    let started = 0;
    const calls = [
      to.system.watchEvents(
        () => undefined,
        never,
        () => started++,
      ),
      to.containers.logs(id, { follow: true }, () => started++),
      to.containers.stats(id, () => started++, never),
      to.containers.wait(id),
      to.containers.execute(id, ["sleep", "1000"]),
      to.images.pull(`${registry.domain}/me/app:1`, {}),
    ];
    // They are awaited later, and may have failed by then.
    for (const call of calls) call.catch(() => undefined);
    for (let tries = 0; tries < 50 && started < 10; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok(started >= 10);
    return calls;
  }

  test("every call under way is lost, the next ones say that it is stopped, and all goes on when it is back", async () => {
    const calls = await startEverything(engine);
    await live.kill();
    for (const call of calls) await lost(within(5, call));
    await fails(engine.system.ping(), "engine-stopped");
    await fails(engine.images.list(), "engine-stopped");
    await fails(
      engine.system.watchEvents(() => undefined, new AbortController().signal),
      "engine-stopped",
    );
    await live.start();
    await engine.system.ping();
    assert.deepEqual((await engine.images.list())[0]?.tags, ["base:1"]);
  });

  test("ended in good order it lets nothing hang either", async () => {
    const calls = await startEverything(engine);
    await live.pause();
    for (const call of calls)
      await within(5, call).catch((error: unknown) => assert.equal((error as Error).name, "EngineError"));
    await fails(engine.system.ping(), "engine-not-found");
    await live.start();
    await engine.system.ping();
  });

  test("dispose ends all calls and all connections", async () => {
    const other = createDockerodeEngine({ kind: "unix", path: live.socketPath });
    const before = connections();
    const calls = await startEverything(other);
    assert.ok(connections() > before);
    other.dispose();
    for (const call of calls) await fails(within(5, call), "cancelled");
    await fails(other.system.ping(), "cancelled");
    for (let tries = 0; tries < 50 && connections() > before; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(connections(), before);
  });
});

/** What ran inside a container ends without a word, and asking for its exit code finds nobody there. */
async function lost(call: Promise<unknown>): Promise<void> {
  await assert.rejects(call, ({ name, kind }: Error & { kind?: string }) => {
    assert.equal(name, "EngineError");
    assert.match(kind ?? "", /^(?:connection-lost|engine-stopped)$/);
    return true;
  });
}

/** A promise that never settles would otherwise hang the whole run. */
async function within<Value>(seconds: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not settle within ${seconds} s.`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function connections(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "PipeWrap").length;
}
