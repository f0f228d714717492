import assert from "node:assert/strict";
import { test } from "node:test";
import type { Endpoint } from "../../../client/src/engine/endpoint";
import { EngineError } from "../../../client/src/engine/engineError";
import {
  type ChangedObject,
  type EngineSession,
  openEngineSession,
} from "../../../client/src/session/engineSession";
import { createInMemoryEngine, type InMemoryEngine } from "../../support/inMemoryEngine";

interface Watched {
  readonly session: EngineSession;
  readonly engine: InMemoryEngine;
  readonly states: string[];
  readonly changes: ReadonlySet<ChangedObject>[];
  moveTo(endpoint: Endpoint): void;
  made(): number;
}

async function watched(work: (watched: Watched) => Promise<void>): Promise<void> {
  const engine = createInMemoryEngine({ images: [{ tags: ["alpine:3.20"] }] });
  const states: string[] = [];
  const changes: ReadonlySet<ChangedObject>[] = [];
  let endpoint: Endpoint = { kind: "unix", path: "/first.sock" };
  let made = 0;
  const session = openEngineSession({
    resolveEndpoint: async () => endpoint,
    async createEngine() {
      made += 1;
      return { ...engine, dispose: () => undefined };
    },
    onState: ({ kind }) => states.push(kind),
    onChange: (changed) => changes.push(changed),
    log: () => undefined,
    coalesceMs: 10,
    retryMs: [5],
  });
  const moveTo = (next: Endpoint) => {
    endpoint = next;
  };
  try {
    await work({ session, engine, states, changes, moveTo, made: () => made });
  } finally {
    session.dispose();
    engine.dispose();
  }
}

test("one stream of events tells of both kinds of things, gathered", () =>
  watched(async ({ session, engine, states, changes }) => {
    session.watch("watch");
    await until(() => changes.length === 1);
    assert.deepEqual(states, ["connecting", "ready"]);
    await engine.images.tag("alpine:3.20", "a:1");
    await engine.images.tag("alpine:3.20", "a:2");
    await engine.containers.create({ image: "a:1" });
    await until(() => changes.length === 2);
    assert.deepEqual([...(changes[1] ?? [])].sort(), ["containers", "images"]);
  }));

test("it comes back by itself after the engine, and a lost one counts as stopped", () =>
  watched(async ({ session, engine, states }) => {
    session.watch("watch");
    await until(() => states.includes("ready"));
    engine.goDown("engine-not-found");
    await until(() => states.includes("engine-stopped"));
    assert.ok(!states.includes("engine-not-found"));
    engine.comeBack();
    await until(() => states.at(-1) === "ready");
  }));

test("one that was never there is told as not found", () =>
  watched(async ({ session, engine, states }) => {
    engine.goDown("engine-not-found");
    session.watch("watch");
    await until(() => states.at(-1) === "engine-not-found");
  }));

test("while nobody looks nothing is followed, and a look makes up for it", () =>
  watched(async ({ session, engine, states, changes }) => {
    session.watch("watch");
    await until(() => changes.length === 1);
    session.watch("pause");
    await engine.images.tag("alpine:3.20", "a:1");
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.equal(changes.length, 1);
    session.watch("watch");
    await until(() => changes.length === 2);
    assert.equal(states.at(-1), "ready");
  }));

test("another endpoint is another engine, the same one is kept", () =>
  watched(async ({ session, moveTo, made }) => {
    await session.engine();
    await session.recheck();
    await session.engine();
    assert.equal(made(), 1);
    moveTo({ kind: "unix", path: "/second.sock" });
    await session.recheck();
    await session.engine();
    assert.equal(made(), 2);
    assert.deepEqual(session.endpoint(), { kind: "unix", path: "/second.sock" });
  }));

test("a host that lets nobody in over ssh is not pestered", async () => {
  let tries = 0;
  const session = openEngineSession({
    resolveEndpoint: async () => {
      tries += 1;
      throw new EngineError("ssh-failed", "Permission denied (publickey).");
    },
    createEngine: () => assert.fail("there is no connection"),
    onState: () => undefined,
    onChange: () => undefined,
    log: () => undefined,
    retryMs: [1],
    sshRetryMs: [1, 60_000],
  });
  session.watch("watch");
  await until(() => tries === 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(tries, 2);
  session.reconnect();
  await until(() => tries >= 3);
  session.dispose();
});

test("an endpoint that can't be resolved is an error of the engine", async () => {
  const session = openEngineSession({
    resolveEndpoint: () => Promise.reject(new EngineError("invalid-request", "no such Docker context")),
    createEngine: () => assert.fail("there is nowhere to connect to"),
    onState: () => undefined,
    onChange: () => undefined,
    log: () => undefined,
  });
  await assert.rejects(session.engine(), { kind: "invalid-request" });
  assert.equal(session.state().kind, "invalid-request");
  session.dispose();
});

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 3000;
  while (!condition()) {
    assert.ok(Date.now() < end, "it did not come about in time");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
