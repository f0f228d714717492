import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Endpoint } from "../../client/src/engine/endpoint";
import { createContext, useContext } from "../../client/src/engine/endpoint/dockerContexts";
import { parseEndpoint } from "../../client/src/engine/endpoint/parseEndpoint";
import { resolveEndpoint } from "../../client/src/engine/endpoint/resolveEndpoint";
import type { Engine } from "../../client/src/engine/engine";
import { importBusyboxImage } from "../../scripts/testbed/baseImages";
import { makeCertificates } from "../../scripts/testbed/certificates";
import { ensurePrograms } from "../../scripts/testbed/ensurePrograms";
import { freePort } from "../../scripts/testbed/freePort";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { type SshServer, startSshServer } from "../../scripts/testbed/sshServer";
import { makeFolder } from "../support/buildFolder";

/** What an endpoint must be good for: short answers, several at once, both builders, a stream that is broken off. */
async function useEngine(engine: Engine): Promise<void> {
  await engine.system.ping();
  const [version, images] = await Promise.all([engine.system.version(), engine.images.list()]);
  assert.match(version.engine, /^\d+\./);
  assert(images.some(({ tags }) => tags.includes("alpine:3.20")));
  const folder = makeFolder({ Dockerfile: "FROM alpine:3.20\nCOPY . /w\nRUN cat /w/a\n", a: "hello" });
  for (const builder of ["buildkit", "classic"] as const) {
    let output = "";
    await engine.images.build(
      {
        contextFolder: folder.path,
        dockerfile: join(folder.path, "Dockerfile"),
        tags: [],
        builder,
        cache: "ignore",
      },
      (event) => {
        if (event.type === "output") output += event.text;
      },
    );
    assert.match(output, /hello/);
  }
  folder.remove();
  const watching = new AbortController();
  const watched = engine.system.watchEvents(() => undefined, watching.signal);
  setTimeout(() => watching.abort(), 300);
  await watched;
}

async function pingAt(endpoint: Endpoint): Promise<void> {
  const engine = createDockerodeEngine(endpoint);
  try {
    await engine.system.ping();
  } finally {
    engine.dispose();
  }
}

describe("an engine elsewhere", { skip: privateEngineObstacle() ?? false }, () => {
  let live: PrivateEngine;
  let port: number;
  const home = makeFolder({});
  const configFolder = join(home.path, ".docker");
  const certificates = join(home.path, "certificates");
  before(async () => {
    await ensurePrograms(["openssl"]);
    mkdirSync(certificates);
    const { engineArguments } = await makeCertificates(certificates);
    port = await freePort();
    live = await startPrivateEngine({ args: ["-H", `tcp://127.0.0.1:${port}`, ...engineArguments] });
    await importBusyboxImage(live.docker, "alpine:3.20");
  });
  after(async () => {
    await live?.stop();
    home.remove();
  });

  const pem = (name: string) => readFileSync(join(certificates, `${name}.pem`), "utf8");

  describe("over TLS", () => {
    it("is reached by DOCKER_HOST and the certificates of DOCKER_CERT_PATH", async () => {
      const environment = {
        DOCKER_HOST: `tcp://127.0.0.1:${port}`,
        DOCKER_TLS_VERIFY: "1",
        DOCKER_CERT_PATH: certificates,
      };
      const { endpoint } = await resolveEndpoint({ environment, homeFolder: home.path });
      const engine = createDockerodeEngine(endpoint);
      await useEngine(engine);
      engine.dispose();
    });

    it("is reached by a Docker context that holds the certificates", async () => {
      await createContext(configFolder, {
        name: "secure",
        host: `tcp://localhost:${port}`,
        tls: { ca: pem("ca"), certificate: pem("cert"), key: pem("key"), verify: true },
      });
      await useContext(configFolder, "secure");
      const { endpoint, contextName } = await resolveEndpoint({ environment: {}, homeFolder: home.path });
      assert.equal(contextName, "secure");
      await pingAt(endpoint);
    });

    it("says that it is the certificates", async () => {
      const tls = { ca: pem("ca"), certificate: pem("cert"), key: pem("key"), verify: true };
      const host = `tcp://127.0.0.1:${port}`;
      const wrong: readonly Endpoint[] = [
        parseEndpoint(host, { ...tls, ca: pem("cert") }),
        parseEndpoint(host, { ...tls, certificate: undefined, key: undefined }),
        parseEndpoint(host),
      ];
      for (const endpoint of wrong) await assert.rejects(pingAt(endpoint), { kind: "tls-failed" });
      await pingAt(parseEndpoint(host, { ...tls, ca: undefined, verify: false }));
    });
  });

  describe("over ssh", () => {
    let ssh: SshServer;
    const path = process.env["PATH"];
    before(async () => {
      ssh = await startSshServer({ DOCKER_HOST: live.host });
      process.env["PATH"] = `${ssh.programFolder}:${path}`;
    });
    after(async () => {
      process.env["PATH"] = path;
      await ssh?.stop();
    });

    it("is reached through the system's own ssh and its configuration", async () => {
      const engine = createDockerodeEngine(parseEndpoint("ssh://box"));
      await useEngine(engine);
      engine.dispose();
    });

    it("tells ssh's own words where no connection stands", async () => {
      await assert.rejects(pingAt(parseEndpoint("ssh://nobody.invalid")), {
        kind: "ssh-failed",
        message: /nobody\.invalid/,
      });
      const refused = parseEndpoint("ssh://box:1");
      await assert.rejects(pingAt(refused), { kind: "ssh-failed", message: /Connection refused/ });
    });

    it("accepts no host key for the person", async () => {
      const unknown = parseEndpoint(`ssh://127.0.0.1:${ssh.port}`);
      await assert.rejects(pingAt(unknown), { kind: "ssh-failed", message: /Host key verification failed/ });
    });

    it("knows an engine that is stopped over there from a failing ssh", async () => {
      const other = await startSshServer({ DOCKER_HOST: "unix:///nowhere.sock" });
      process.env["PATH"] = `${other.programFolder}:${path}`;
      try {
        await assert.rejects(pingAt(parseEndpoint("ssh://box")), { kind: "engine-stopped" });
      } finally {
        process.env["PATH"] = `${ssh.programFolder}:${path}`;
        await other.stop();
      }
    });

    it("says where ssh is missing", async () => {
      process.env["PATH"] = "/nowhere";
      try {
        await assert.rejects(pingAt(parseEndpoint("ssh://box")), {
          kind: "ssh-failed",
          message: /not on the PATH/,
        });
      } finally {
        process.env["PATH"] = `${ssh.programFolder}:${path}`;
      }
    });
  });
});
