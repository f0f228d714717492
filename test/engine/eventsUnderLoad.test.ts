import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Endpoint } from "../../client/src/engine/endpoint";
import type { Engine } from "../../client/src/engine/engine";
import { latestOnly } from "../../client/src/host/latestOnly";
import { type EngineSession, openEngineSession } from "../../client/src/session/engineSession";
import { readContainerArrangement } from "../../client/src/views/containerArrangement";
import { containerRows } from "../../client/src/views/containerRows";
import { readArrangement } from "../../client/src/views/imageArrangement";
import { imageRows } from "../../client/src/views/imageRows";
import { createTreeModel, type TreeElement, type TreeModel } from "../../client/src/views/treeModel";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { type SshServer, startSshServer } from "../../scripts/testbed/sshServer";
import { until } from "../../scripts/testbed/until";
import { makeFolder } from "../support/buildFolder";
import { startWire, type Wire } from "../support/wire";

describe("the views of an engine that changes, breaks off and comes back", {
  skip: privateEngineObstacle() ?? false,
}, () => {
  const folder = makeFolder({});
  let live: PrivateEngine;
  /** Changes things, as a command line would meanwhile. */
  let changing: Engine;
  let wire: Wire;
  before(async () => {
    live = await startPrivateEngine();
    changing = createDockerodeEngine({ kind: "unix", path: live.socketPath });
    await changing.images.import(await busyboxFileSystem(), {
      reference: "base:1",
      changes: ["ENV PATH=/bin"],
    });
    wire = await startWire(join(folder.path, "wire.sock"), live.socketPath);
  });
  after(async () => {
    changing?.dispose();
    await wire?.stop();
    await live?.stop();
    folder.remove();
  });

  test("converge on what the engine has, without a row twice, through cuts and a restart", async () => {
    const before = openPipes();
    const views = openViews({ kind: "unix", path: wire.path });
    await until("the views are filled", () => views.tags().includes("base:1"));
    const [root] = views.images.childrenOf(undefined);

    for (let round = 0; round < 12; round++) {
      await change(changing, round);
      if (round % 3 === 1) wire.cut();
      if (round === 5) {
        await live.kill();
        await until("it is missed", () => views.session.state().kind !== "ready");
        await live.start();
      }
    }
    await views.converge(changing);
    // The row that was there all the time is the same one still: selection and expansion stay with it.
    assert.ok(root && views.images.childrenOf(undefined).includes(root));
    assert.ok(wire.open() <= 6, `${wire.open()} connections for one stream and its lists`);

    views.session.watch("pause");
    await until("the stream is closed while nobody looks", () => wire.streams() === 0);
    await change(changing, 100);
    views.session.watch("watch");
    await views.converge(changing);

    views.session.dispose();
    await until("no connection is left", () => wire.open() === 0);
    // Those of the wire itself end with the connections.
    await until("no socket is left", () => openPipes() <= before);
  });

  test("over ssh, too, and no process of ssh is left", async () => {
    const path = process.env["PATH"];
    const ssh: SshServer = await startSshServer({ DOCKER_HOST: live.host });
    process.env["PATH"] = `${ssh.programFolder}:${path}`;
    try {
      const before = sshProcesses();
      const views = openViews({
        kind: "ssh",
        destination: "box",
        user: undefined,
        port: undefined,
        socketPath: undefined,
      });
      await until("the views are filled", () => views.tags().includes("base:1"), 30);
      assert.ok(sshProcesses() > before);
      for (let round = 200; round < 203; round++) await change(changing, round);
      await live.kill();
      await until("it is missed", () => views.session.state().kind !== "ready", 30);
      await live.start();
      await change(changing, 203);
      await views.converge(changing);
      assert.ok(sshProcesses() - before <= 6, `${sshProcesses()} processes of ssh`);
      views.session.dispose();
      await until("they are gone", () => sshProcesses() === before);
    } finally {
      process.env["PATH"] = path;
      await ssh.stop();
    }
  });
});

interface Views {
  readonly session: EngineSession;
  readonly images: TreeModel;
  tags(): string[];
  /** Waits until both views show what the engine has now. */
  converge(truth: Engine): Promise<void>;
}

/** A session with the models of both views, refreshed as the editor's are. */
function openViews(endpoint: Endpoint): Views {
  const images = createTreeModel();
  const containers = createTreeModel();
  const inspect = () => assert.fail("nobody points at a row");
  const session = openEngineSession({
    resolveEndpoint: async () => endpoint,
    createEngine: async (at) => createDockerodeEngine(at),
    onState: () => undefined,
    onChange(changed) {
      // What a broken connection keeps from being listed is listed once it stands again.
      if (changed.has("images")) refreshImages().catch(() => undefined);
      if (changed.has("containers")) refreshContainers().catch(() => undefined);
    },
    log: () => undefined,
  });
  const listedImages = latestOnly(async () => (await session.engine()).images.list());
  const listedContainers = latestOnly(async () => (await session.engine()).containers.list());
  const refreshImages = () =>
    listedImages((found) => {
      images.update(
        imageRows({
          images: found,
          arrangement: { ...readArrangement(undefined), groupBy: "none" },
          now: Date.now(),
          usage: undefined,
          hostPlatform: undefined,
          facts: () => undefined,
          inspect,
        }),
      );
    });
  const refreshContainers = () =>
    listedContainers((found) => {
      const arrangement = { ...readContainerArrangement(undefined), groupBy: "none" } as const;
      containers.update(containerRows({ containers: found, arrangement, usage: () => undefined, inspect }));
    });
  const rowIds = (model: TreeModel) => flat(model, model.childrenOf(undefined)).map(({ node }) => node.id);
  session.watch("watch");

  return {
    session,
    images,
    tags: () =>
      flat(images, images.childrenOf(undefined)).flatMap(({ node }) =>
        node.subject?.kind === "image" && node.subject.reference ? [node.subject.reference] : [],
      ),
    async converge(truth) {
      await until(
        "the views show what the engine has",
        async () => {
          const [wantedImages, wantedContainers] = [await truth.images.list(), await truth.containers.list()];
          const wanted = wantedImages.flatMap(({ tags }) => tags).sort();
          const shown = this.tags().sort();
          const names = flat(containers, containers.childrenOf(undefined)).flatMap(({ node }) =>
            node.subject?.kind === "container" ? [node.subject.container.name] : [],
          );
          return (
            JSON.stringify(shown) === JSON.stringify(wanted) &&
            JSON.stringify(names.sort()) === JSON.stringify(wantedContainers.map(({ name }) => name).sort())
          );
        },
        30,
      );
      for (const model of [images, containers])
        assert.equal(new Set(rowIds(model)).size, rowIds(model).length, "a row is there twice");
    },
  };
}

function flat(model: TreeModel, elements: readonly TreeElement[]): TreeElement[] {
  return elements.flatMap((element) => [element, ...flat(model, model.childrenOf(element))]);
}

/** Images and containers come and go, a few at once. */
async function change(engine: Engine, round: number): Promise<void> {
  await Promise.all(
    [1, 2, 3].map(async (n) => {
      await engine.images.tag("base:1", `load:${round}-${n}`);
      const id = await engine.containers.create({
        image: "base:1",
        name: `load-${round}-${n}`,
        command: ["true"],
      });
      if (n === 2) await engine.containers.remove(id);
      if (n === 3) await engine.images.remove(`load:${round}-${n}`);
    }),
  );
}

function openPipes(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "PipeWrap").length;
}

/** Our own children of that name. */
function sshProcesses(): number {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [, command, rest = ""] =
        /^\d+ \((.*)\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
      return command === "ssh" && Number(rest) === process.pid;
    } catch {
      // It ended while we looked.
      return false;
    }
  }).length;
}
