import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { BuildEvent } from "../../client/src/engine/build";
import type { BuildFailedError } from "../../client/src/engine/buildFailedError";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import { resolveEndpoint } from "../../client/src/engine/endpoint/resolveEndpoint";
import type { Engine } from "../../client/src/engine/engine";
import { busyboxFileSystem } from "../../scripts/testbed/busyboxFileSystem";
import { privateEngineObstacle } from "../../scripts/testbed/privateEngine";
import { type PrivatePodman, startPrivatePodman } from "../../scripts/testbed/privatePodman";
import { startPrivateRegistry } from "../../scripts/testbed/privateRegistry";
import { makeFolder } from "../support/buildFolder";
import { podmanManners } from "../support/contract/contractSubject";
import { engineContract } from "../support/engineContract";

const obstacle = privateEngineObstacle() ?? false;

engineContract(
  "dockerode on Podman",
  async () => {
    const login = { user: "me", password: "secret" };
    const registry = await startPrivateRegistry(login);
    const podman = await startPrivatePodman([registry.domain]);
    const engine = createDockerodeEngine({ kind: "unix", path: podman.socketPath });
    return {
      engine,
      manners: podmanManners,
      registry: { domain: registry.domain, ...login },
      fileSystem: busyboxFileSystem,
      async stop() {
        engine.dispose();
        await Promise.all([podman.stop(), registry.stop()]);
      },
    };
  },
  { skip: obstacle },
);

describe("Podman besides", { skip: obstacle }, () => {
  let podman: PrivatePodman;
  let engine: Engine;
  before(async () => {
    podman = await startPrivatePodman();
    engine = createDockerodeEngine({ kind: "unix", path: podman.socketPath });
    const changes = ["ENV PATH=/bin"];
    await engine.images.import(await busyboxFileSystem(), { reference: "base:1", changes });
  });
  after(async () => {
    engine?.dispose();
    await podman?.stop();
  });

  const build = async (dockerfile: string) => {
    const folder = makeFolder({ Dockerfile: dockerfile, a: "hello" });
    const events: BuildEvent[] = [];
    try {
      const options = {
        contextFolder: folder.path,
        dockerfile: join(folder.path, "Dockerfile"),
        tags: ["built:1"],
      };
      await engine.images.build(options, (event) => events.push(event));
      return events.map((event) => (event.type === "output" ? event.text : "")).join("");
    } finally {
      folder.remove();
    }
  };

  test("builds, without BuildKit, and tells what fails", async () => {
    const { product, buildKit } = await engine.system.version();
    assert.deepEqual({ product, buildKit }, { product: "Podman", buildKit: false });
    assert.match(await build("FROM base:1\nCOPY a /a\nRUN cat /a; echo\n"), /hello/);
    assert.deepEqual((await engine.images.inspect("built:1")).tags, ["built:1"]);
    await assert.rejects(build("FROM base:1\nRUN exit 7\n"), (error: BuildFailedError) => {
      assert.equal(error.failure.exitCode, 7);
      assert.match(error.failure.step?.name ?? "", /RUN exit 7/);
      return true;
    });
  });

  test("is found where it puts its socket", async () => {
    const home = makeFolder({});
    const { endpoint } = await resolveEndpoint({
      environment: { DOCKER_HOST: `unix://${podman.socketPath}` },
      homeFolder: home.path,
    });
    home.remove();
    const found = createDockerodeEngine(endpoint);
    assert.deepEqual((await found.images.list()).flatMap(({ tags }) => tags).includes("base:1"), true);
    found.dispose();
  });
});
