import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDockerContext } from "../../client/src/commands/engine/createDockerContext";
import { diagnoseConnection } from "../../client/src/commands/engine/diagnoseConnection";
import { removeDockerContext } from "../../client/src/commands/engine/removeDockerContext";
import { useDockerContext } from "../../client/src/commands/engine/useDockerContext";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import {
  createContext,
  currentContext,
  listContexts,
  useContext,
} from "../../client/src/engine/endpoint/dockerContexts";
import { inspectContext } from "../../client/src/engine/endpoint/inspectContext";
import { formatEndpoint } from "../../client/src/engine/endpoint/parseEndpoint";
import { resolveEndpoint } from "../../client/src/engine/endpoint/resolveEndpoint";
import { type EngineSession, openEngineSession } from "../../client/src/session/engineSession";
import { privateEngineObstacle } from "../../scripts/testbed/privateEngine";
import { until } from "../../scripts/testbed/until";
import { makeFolder } from "../support/buildFolder";
import { dockerCommands } from "../support/dockerCommands";
import { createInMemoryHost, type InMemoryHostOptions, runOn } from "../support/inMemoryHost";
import { useTwoEngines } from "../support/useTwoEngines";

describe("two engines side by side", { skip: privateEngineObstacle() ?? false }, () => {
  const bed = useTwoEngines();
  let session: EngineSession;
  let windowChoice: string | undefined;
  const path = process.env["PATH"];
  const home = makeFolder({});
  const configFolder = join(home.path, ".docker");
  const states: string[] = [];

  before(async () => {
    const { first, ssh, tcpHost, certificates } = bed();
    process.env["PATH"] = `${ssh.programFolder}:${path}`;

    const pem = (name: string) => readFileSync(join(certificates, `${name}.pem`), "utf8");
    const tls = { ca: pem("ca"), certificate: pem("cert"), key: pem("key"), verify: true };
    await createContext(configFolder, { name: "socket", host: first.host });
    await createContext(configFolder, { name: "tls", host: tcpHost, tls });
    await createContext(configFolder, { name: "ssh", host: "ssh://box" });
    await useContext(configFolder, "socket");
    session = openEngineSession({
      resolveEndpoint: async () => (await resolve()).endpoint,
      createEngine: async (endpoint) => createDockerodeEngine(endpoint),
      onState: ({ kind }) => states.push(kind),
      onChange: () => undefined,
      log: () => undefined,
    });
    session.watch("watch");
  });
  after(() => {
    session?.dispose();
    process.env["PATH"] = path;
    home.remove();
  });

  const resolve = () =>
    resolveEndpoint({ contextName: windowChoice, environment: {}, homeFolder: home.path });

  /** The tags of the engine that the session holds, once it answers. */
  async function tags(): Promise<string[]> {
    await until("the engine answers", () => session.state().kind === "ready");
    const images = await (await session.engine()).images.list();
    return images.flatMap((image) => image.tags);
  }

  it("follows docker's config file from one to the other, and the window's own choice before it", async () => {
    assert.deepEqual(await tags(), ["first:1"]);
    await useContext(configFolder, "tls");
    await session.recheck();
    assert.deepEqual(await tags(), ["second:1"]);
    windowChoice = "ssh";
    await session.recheck();
    assert.deepEqual(await tags(), ["first:1"]);
    assert.equal(formatEndpoint((await resolve()).endpoint), "ssh://box");
    windowChoice = undefined;
    await session.recheck();
    assert.deepEqual(await tags(), ["second:1"]);
  });

  it("reaches both at the same time, each through its own connection", async () => {
    const engines = await Promise.all(
      ["socket", "tls", "ssh"].map(async (contextName) => {
        const { endpoint } = await resolveEndpoint({ contextName, environment: {}, homeFolder: home.path });
        return createDockerodeEngine(endpoint);
      }),
    );
    const lists = await Promise.all(engines.map((engine) => engine.images.list()));
    assert.deepEqual(
      lists.map((images) => images.flatMap((image) => image.tags)),
      [["first:1"], ["second:1"], ["first:1"]],
    );
    for (const engine of engines) engine.dispose();
  });

  it("comes back by itself when a Docker context that was gone is there again", async () => {
    windowChoice = "later";
    await session.recheck();
    await until("it is missed", () => session.state().kind === "context-not-found");
    await createContext(configFolder, { name: "later", host: bed().first.host });
    assert.deepEqual(await tags(), ["first:1"]);
    windowChoice = undefined;
    await session.recheck();
  });

  it("is told of in a report, whatever the way to it", async () => {
    for (const [name, words] of [
      ["tls", /TLS: yes; the engine's certificate is checked\n {2}ca\.pem: .*; valid, from/],
      ["ssh", /By way of: ssh .*box docker system dial-stdio\nAnswer: Docker engine \d/],
    ] as const) {
      const host = newHost({ environment: { DOCKER_CONTEXT: name } });
      await runOn(diagnoseConnection, host);
      const { text = "" } = host.ui.documents[0] ?? {};
      assert.match(text, words);
      assert.match(text, /Nothing is wrong/);
      assert.doesNotMatch(text, /BEGIN/);
    }
  });

  const newHost = (options: InMemoryHostOptions) =>
    createInMemoryHost({ configFolder, engineAt: createDockerodeEngine, ...options });

  for (const { path: docker, version } of dockerCommands()) {
    describe(`and the CLI ${version}`, () => {
      const cli = (folder: string, ...args: readonly string[]) =>
        execFileSync(docker, ["--config", folder, ...args], { encoding: "utf8" });

      it("say the same of a Docker context", async () => {
        const [there] = JSON.parse(cli(configFolder, "context", "inspect", "tls")) as {
          readonly Name: string;
          readonly Endpoints: object;
          readonly TLSMaterial: object;
        }[];
        const here = await inspectContext(configFolder, "tls");
        assert(there);
        const { Name, Endpoints, TLSMaterial } = there;
        assert.deepEqual({ ...here, Name, Endpoints, TLSMaterial }, here);
      });

      it("create, use and remove one by the copied lines as the commands do", async () => {
        const other = makeFolder({});
        const folder = join(other.path, ".docker");
        const theirs = makeFolder({});
        const replay = (line: string): void => {
          const environment = { PATH: `${join(docker, "..")}:${path}`, DOCKER_CONFIG: theirs.path };
          execFileSync("sh", ["-c", line], { env: environment, stdio: "pipe" });
        };
        const host = createInMemoryHost({
          configFolder: folder,
          replies: {
            "Name the Docker context": "far",
            "Where does the engine listen": "tcp://localhost:2376",
            "Drydock connect": "only an engine whose certificate is right",
            "folder with ca.pem": bed().certificates,
            Describe: "Far, far away",
            "Which engine?": ["far", "default"],
            "Where do you want to use": "Everywhere",
            "Which Docker context?": "far",
          },
        });
        for (const command of [
          createDockerContext,
          useDockerContext,
          useDockerContext,
          removeDockerContext,
        ]) {
          await runOn(command, host);
          await host.ui.press("Copy as docker Command");
          replay(host.ui.clipboard);
          assert.deepEqual(await listContexts(theirs.path), await listContexts(folder));
          assert.equal(await currentContext(theirs.path), await currentContext(folder));
        }
        other.remove();
        theirs.remove();
      });
    });
  }
});
