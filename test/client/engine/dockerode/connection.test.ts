import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { afterEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createDockerodeEngine } from "../../../../client/src/engine/dockerode/createDockerodeEngine";
import type { Engine } from "../../../../client/src/engine/engine";
import { isEngineError } from "../../../../client/src/engine/isEngineError";
import { wordEngineError } from "../../../../client/src/ui/wordEngineError";
import { fails } from "../../../support/contract/contractSubject";
import { type Answer, type PretendEngine, startPretendEngine } from "../../../support/pretendEngine";

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

describe("the version of the API", () => {
  const versions: readonly (readonly [string | undefined, string])[] = [
    ["1.41", "/v1.41/version"],
    ["1.44", "/v1.44/version"],
    ["1.99", "/v1.52/version"],
    [undefined, "/version"],
    ["odd", "/version"],
  ];
  for (const [told, path] of versions)
    test(`an engine that speaks ${told} is asked for ${path}`, async () => {
      const { engine, pretend } = await start(json({}), () => told);
      await engine.system.version();
      await engine.system.version();
      assert.deepEqual(pretend.asked, ["/_ping", path, path]);
    });

  test("an engine that lacks a call is said to, with the version that it speaks", async () => {
    const missing: Answer = (request, response) => {
      response.statusCode = 404;
      json({ message: "page not found" })(request, response);
    };
    const { engine } = await start(missing, () => "1.41");
    const error = await engine.system.diskUsage().catch((reason: unknown) => reason);
    assert(isEngineError(error));
    assert.equal(error.kind, "unsupported");
    assert.equal(
      wordEngineError(error, "unix:///x").message,
      "This engine can't do that: its API, version 1.41, has no such call.",
    );
  });

  test("it is asked anew after the connection was lost: another engine may be there", async () => {
    let version = "1.44";
    let broken = false;
    const answer: Answer = (request, response) =>
      broken ? request.socket.destroy() : json({})(request, response);
    const { engine, pretend } = await start(answer, () => version);
    await engine.system.version();
    broken = true;
    await fails(engine.system.version(), "connection-lost");
    broken = false;
    version = "1.41";
    await engine.system.version();
    assert.equal(pretend.asked.at(-1), "/v1.41/version");
  });
});

describe("DOCKER_HOST and its kin", () => {
  test("they neither beat the endpoint nor break anything", async () => {
    const { engine } = await start(json([]));
    const surroundings = {
      DOCKER_HOST: "tcp://[nonsense",
      DOCKER_TLS_VERIFY: "1",
      DOCKER_CERT_PATH: "/no/such/folder",
    };
    const before = { ...process.env };
    Object.assign(process.env, surroundings);
    cleanUp.push(() => {
      for (const name of Object.keys(surroundings)) {
        delete process.env[name];
        if (before[name] !== undefined) process.env[name] = before[name];
      }
    });
    assert.deepEqual(await engine.images.list(), []);
    assert.equal(process.env["DOCKER_HOST"], surroundings.DOCKER_HOST);
  });
});

describe("an answer that breaks off", () => {
  const cut: Answer = (request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write('[{"Id":"sha2');
    setTimeout(() => request.socket.destroy(), 20);
  };

  test("is a lost connection, whole answers and streams alike", async () => {
    const { engine } = await start(cut);
    await fails(engine.images.list(), "connection-lost");
    await fails(engine.containers.inspect("x"), "connection-lost");
    await fails(
      engine.system.watchEvents(() => undefined, new AbortController().signal),
      "connection-lost",
    );
    await fails(engine.images.pull("x", {}), "connection-lost");
  });

  test("that is a refusal is a lost connection, too", async () => {
    const { engine } = await start((request, response) => {
      response.writeHead(500, { "Content-Length": "100" });
      response.write("half");
      setTimeout(() => request.socket.destroy(), 20);
    });
    await fails(engine.images.list(), "connection-lost");
  });
});

describe("what is no engine", () => {
  test("answers that no engine gives are told as such", async () => {
    const { engine } = await start((_, response) => response.end("<html>It works!</html>"));
    await fails(engine.images.list(), "engine-failed");
    await fails(engine.containers.list(), "engine-failed");
    await fails(engine.images.inspect("x"), "engine-failed");
    await fails(engine.system.diskUsage(), "engine-failed");
    await fails(
      engine.system.watchEvents(() => undefined, new AbortController().signal),
      "engine-failed",
    );
    await fails(
      engine.containers.logs("x", {}, () => undefined),
      "engine-failed",
    );
  });

  test("nobody at the socket, and no socket at all", async () => {
    const { engine, pretend } = await start(json({}));
    await pretend.stop();
    await fails(engine.system.ping(), "engine-not-found");
  });
});

describe("requests", () => {
  test("a container's environment stands in the body alone, not in the address", async () => {
    let body = "";
    const { engine, pretend } = await start((request, response) => {
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => response.writeHead(201).end('{"Id":"1"}'));
    });
    assert.equal(
      await engine.containers.create({ image: "x", name: "n", environment: ["TOKEN=secret"] }),
      "1",
    );
    assert.equal(pretend.asked.at(-1), "/v1.41/containers/create?name=n");
    assert.deepEqual(JSON.parse(body).Env, ["TOKEN=secret"]);
  });

  test("null is Go's empty list", async () => {
    const { engine } = await start((_, response) => response.end("null\n"));
    assert.deepEqual(await engine.containers.changes("x"), []);
    assert.deepEqual(await engine.images.list(), []);
  });

  test("logs and pulls are asked for as docker asks for them", async () => {
    const { engine, pretend } = await start((request, response) =>
      request.url?.endsWith("/json?") || request.url?.endsWith("/json")
        ? response.end('{"Config":{"Tty":true}}')
        : response.end(),
    );
    await engine.containers.logs("x", { tail: 5, since: 1500, timestamps: true }, () => undefined);
    const query = "stdout=true&stderr=true&follow=false&timestamps=true&tail=5&since=1.500";
    assert.equal(pretend.asked.at(-1), `/v1.41/containers/x/logs?${query}`);
    await engine.images.pull("localhost:5000/me/app", {});
    assert.equal(
      pretend.asked.at(-1),
      "/v1.41/images/create?fromImage=localhost%3A5000%2Fme%2Fapp&tag=latest",
    );
    await engine.images.pull("app:1@sha256:12", { platform: "linux/arm64" });
    const pull = "fromImage=app&tag=sha256%3A12&platform=linux%2Farm64";
    assert.equal(pretend.asked.at(-1), `/v1.41/images/create?${pull}`);
  });
});

describe("endings", () => {
  const silent: Answer = () => undefined;

  test("a cancelled call ends at once, and the others go on", async () => {
    const { engine } = await start((request, response) =>
      request.url?.includes("/wait") ? undefined : json([])(request, response),
    );
    const stop = new AbortController();
    const waiting = engine.containers.wait("x", stop.signal);
    setTimeout(() => stop.abort(), 50);
    await fails(waiting, "cancelled");
    assert.deepEqual(await engine.images.list(), []);
  });

  test("dispose cancels what is under way and leaves no connection", async () => {
    const { engine, pretend } = await start(silent);
    const calls = [
      engine.images.list(),
      engine.containers.wait("x"),
      engine.system.watchEvents(() => undefined, new AbortController().signal),
    ];
    while (pretend.openConnections() < 4) await sleep(10);
    engine.dispose();
    for (const call of calls) await fails(call, "cancelled");
    await fails(engine.system.ping(), "cancelled");
    while (pretend.openConnections() > 0) await sleep(10);
  });

  test("dispose right after a call leaves nothing either", async () => {
    const { engine, pretend } = await start(silent);
    const call = engine.images.list();
    engine.dispose();
    await fails(call, "cancelled");
    await sleep(50);
    assert.equal(pretend.openConnections(), 0);
  });

  test("a thousand calls share few connections and leave no listener on the signal", async () => {
    const { engine, pretend } = await start(json([]));
    const { signal } = new AbortController();
    for (let i = 0; i < 1000; i++) await engine.system.ping(signal);
    assert.ok(pretend.openConnections() <= 2);
    assert.equal(EventEmitter.getEventListeners(signal, "abort").length, 0);
  });
});

async function start(
  answer: Answer,
  apiVersion?: () => string | undefined,
): Promise<{ engine: Engine; pretend: PretendEngine }> {
  const pretend = await startPretendEngine(answer, apiVersion);
  const engine = createDockerodeEngine({ kind: "unix", path: pretend.socketPath });
  cleanUp.push(
    () => pretend.stop(),
    () => engine.dispose(),
  );
  return { engine, pretend };
}

function json(value: unknown): Answer {
  return (_, response) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(value));
  };
}
