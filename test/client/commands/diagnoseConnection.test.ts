import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { diagnoseConnection } from "../../../client/src/commands/engine/diagnoseConnection";
import type { Endpoint } from "../../../client/src/engine/endpoint";
import { createContext } from "../../../client/src/engine/endpoint/dockerContexts";
import { formatEndpoint } from "../../../client/src/engine/endpoint/parseEndpoint";
import type { Engine } from "../../../client/src/engine/engine";
import { EngineError, type EngineErrorKind } from "../../../client/src/engine/engineError";
import { makeFolder } from "../../support/buildFolder";
import { createInMemoryEngine } from "../../support/inMemoryEngine";
import { createInMemoryHost, runOn } from "../../support/inMemoryHost";

interface Situation {
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
  /** What each address answers with that no engine listens at. */
  readonly failure?: EngineErrorKind;
  readonly engines?: readonly string[];
  prepare?(home: string): Promise<void>;
}

/** The report of a home folder of its own, on a machine whose real sockets answer nothing. */
async function reportOf({
  environment = {},
  failure = "engine-not-found",
  engines = [],
  prepare,
}: Situation) {
  const home = makeFolder({});
  try {
    await prepare?.(home.path);
    const host = createInMemoryHost({
      configFolder: join(home.path, ".docker"),
      environment,
      engineAt(endpoint: Endpoint): Engine {
        if (engines.includes(formatEndpoint(endpoint))) return createInMemoryEngine();
        throw new EngineError(failure, "connect failed");
      },
    });
    await runOn(diagnoseConnection, host);
    const [document] = host.ui.documents;
    assert.equal(document?.name, "engine/connection.txt");
    return document.text;
  } finally {
    home.remove();
  }
}

test("an engine that answers is named with its API, and nothing needs to be done", async () => {
  const report = await reportOf({
    environment: { DOCKER_HOST: "tcp://127.0.0.1:2375" },
    engines: ["tcp://127.0.0.1:2375"],
  });
  assert.match(report, /Nothing is wrong/);
  assert.match(report, /Address: tcp:\/\/127\.0\.0\.1:2375\nTLS: none/);
  assert.match(report, /with API \d/);
  assert.match(report, /DOCKER_HOST decides it/);
});

test("where nothing brings an engine, one has to be installed", async () => {
  const report = await reportOf({ environment: { DOCKER_HOST: "unix:///nowhere.sock" } });
  assert.match(report, /none seems to be installed/);
  assert.match(report, /Next step\n-+\nInstall /);
  assert.match(report, /Socket: missing/);
});

test("a program without its engine running tells how to start it", async () => {
  const programs = makeFolder({ colima: "" });
  chmodSync(join(programs.path, "colima"), 0o755);
  const report = await reportOf({
    environment: { DOCKER_HOST: "unix:///nowhere.sock", PATH: programs.path },
    failure: "engine-stopped",
  });
  programs.remove();
  assert.match(report, /“colima” is installed, so the engine is stopped/);
  assert.match(report, /colima start/);
});

test("each place of a socket is looked at, and another engine that answers is offered", async () => {
  const runtime = makeFolder({});
  const path = join(runtime.path, "docker.sock");
  const server = createServer().listen(path);
  await new Promise((resolve) => server.once("listening", resolve));
  chmodSync(path, 0o640);
  const report = await reportOf({
    environment: { DOCKER_HOST: "unix:///nowhere.sock", XDG_RUNTIME_DIR: runtime.path },
    engines: [`unix://${path}`],
  });
  server.close();
  runtime.remove();
  assert(report.includes(`${path}: there, owner `));
  assert.match(report, /rw-r-----, you may use it; Docker engine /);
  assert(report.includes(`Another engine answers at unix://${path}.`));
});

test("from a Docker context that leads nowhere the default one is the way to an engine that answers", async () => {
  const runtime = makeFolder({});
  const path = join(runtime.path, "docker.sock");
  const server = createServer().listen(path);
  await new Promise((resolve) => server.once("listening", resolve));
  const report = await reportOf({
    environment: { DOCKER_CONTEXT: "gone-away", XDG_RUNTIME_DIR: runtime.path },
    engines: [`unix://${path}`],
    prepare: (home) => createContext(join(home, ".docker"), { name: "gone-away", host: "tcp://127.0.0.1:1" }),
  });
  server.close();
  runtime.remove();
  assert(report.includes(`Another engine answers at unix://${path}.`));
  assert.match(report, /choose “default” with “Use Docker Context…”/);
});

test("an engine that takes newer calls only asks for a newer Drydock", async () => {
  const report = await reportOf({
    environment: { DOCKER_HOST: "tcp://box:2375" },
    failure: "engine-too-new",
  });
  assert.match(report, /is too new for this version of Drydock/);
  assert.match(report, /Next step\n-+\nUpdate Drydock\./);
});

test("a Docker context that is gone is the cause", async () => {
  const report = await reportOf({ environment: { DOCKER_CONTEXT: "gone" } });
  assert.match(report, /selected Docker context does not exist: there is none named "gone"/);
  assert.match(report, /Use Docker Context…/);
});

test("no password and no key gets into the report", async () => {
  const report = await reportOf({
    environment: { DOCKER_CONTEXT: "tls", DOCKER_HOST: "" },
    failure: "tls-failed",
    async prepare(home) {
      const folder = join(home, ".docker");
      const tls = { ca: "CA", certificate: "CERT", key: "TOP-SECRET", verify: true };
      await createContext(folder, { name: "tls", host: "tcp://far:2376", tls });
      await createContext(folder, { name: "box", host: "ssh://me@box" });
    },
  });
  assert.match(report, /key\.pem: there/);
  assert.match(report, /ca\.pem: there, but no certificate can be read/);
  assert.match(report, /box: ssh:\/\/me@box\ntls: tcp:\/\/far:2376 \(used here\)/);
  assert.doesNotMatch(report, /TOP-SECRET/);
  const wrong = await reportOf({ environment: { DOCKER_HOST: "ssh://me:hunter2@box" } });
  assert.doesNotMatch(wrong, /hunter2/);
  assert.match(wrong, /DOCKER_HOST: \(not an engine's address\)/);
});

test("over ssh the command that is run is told", async () => {
  const report = await reportOf({ environment: { DOCKER_HOST: "ssh://me@box:2222" }, failure: "ssh-failed" });
  assert.match(report, /By way of: ssh .* -l me -p 2222 -- box docker system dial-stdio/);
  assert.match(report, /Try “ssh ssh:\/\/me@box:2222”/);
});
