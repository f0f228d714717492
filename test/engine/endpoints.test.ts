import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createDockerodeEngine } from "../../client/src/engine/dockerode/createDockerodeEngine";
import type { Endpoint } from "../../client/src/engine/endpoint";
import { createContext, useContext } from "../../client/src/engine/endpoint/dockerContexts";
import { parseEndpoint } from "../../client/src/engine/endpoint/parseEndpoint";
import { resolveEndpoint } from "../../client/src/engine/endpoint/resolveEndpoint";
import type { Engine } from "../../client/src/engine/engine";
import type { EngineErrorKind } from "../../client/src/engine/engineError";
import { isEngineError } from "../../client/src/engine/isEngineError";
import { causeOf } from "../../client/src/ui/wordEngineError";
import { importBusyboxImage } from "../../scripts/testbed/baseImages";
import { makeCertificates } from "../../scripts/testbed/certificates";
import { ensurePrograms } from "../../scripts/testbed/ensurePrograms";
import { freePort } from "../../scripts/testbed/freePort";
import {
  type PrivateEngine,
  privateEngineObstacle,
  startPrivateEngine,
} from "../../scripts/testbed/privateEngine";
import { startSshAgent } from "../../scripts/testbed/sshAgent";
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

/** Rejects with this kind, and is worded by this cause. */
async function failsBy(call: Promise<unknown>, kind: EngineErrorKind, cause: string): Promise<void> {
  await assert.rejects(call, (error: unknown) => {
    assert.ok(isEngineError(error), String(error));
    assert.deepEqual([error.kind, causeOf(error)], [kind, cause], error.message);
    return true;
  });
}

describe("an engine elsewhere", { skip: privateEngineObstacle() ?? false }, () => {
  let live: PrivateEngine;
  let port: number;
  /** Speaks HTTP without TLS. */
  let plain: Server;
  const home = makeFolder({});
  const configFolder = join(home.path, ".docker");
  const certificates = join(home.path, "certificates");
  before(async () => {
    await ensurePrograms(["openssl"]);
    mkdirSync(certificates);
    const { engineArguments } = await makeCertificates(certificates);
    port = await freePort();
    live = await startPrivateEngine({
      args: [
        ...["-H", `tcp://127.0.0.1:${port}`],
        // Its certificate does not hold for this address.
        ...["-H", `tcp://127.0.0.2:${port}`],
        ...engineArguments,
      ],
    });
    plain = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => plain.once("listening", resolve));
    await importBusyboxImage(live.docker, "alpine:3.20");
  });
  after(async () => {
    plain?.close();
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

    it("says what is wrong with the certificates, each with its own next step", async () => {
      const tls = { ca: pem("ca"), certificate: pem("cert"), key: pem("key"), verify: true };
      const host = `tcp://127.0.0.1:${port}`;
      const none = { certificate: undefined, key: undefined };
      const wrong: readonly (readonly [Endpoint, string])[] = [
        [parseEndpoint(host, { ...tls, ca: pem("cert") }), "tls-untrusted"],
        [parseEndpoint(host, { ...tls, ca: undefined }), "tls-untrusted"],
        [parseEndpoint(host, { ...tls, ...none }), "tls-client-refused"],
        [parseEndpoint(`tcp://127.0.0.2:${port}`, tls), "tls-wrong-name"],
        [parseEndpoint(`tcp://127.0.0.1:${(plain.address() as AddressInfo).port}`, tls), "tls-not-spoken"],
        [parseEndpoint(host), "tls-wanted"],
      ];
      for (const [endpoint, cause] of wrong) await failsBy(pingAt(endpoint), "tls-failed", cause);
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

    it("tells why no connection stands, each cause with its own next step", async () => {
      for (const [address, cause] of [
        ["ssh://nobody.invalid", "ssh-unreachable"],
        ["ssh://box:1", "ssh-unreachable"],
        ["ssh://stranger", "ssh-host-unknown"],
        [`ssh://127.0.0.1:${ssh.port}`, "ssh-host-unknown"],
        ["ssh://impostor", "ssh-host-changed"],
        ["ssh://refused", "ssh-login-refused"],
        ["ssh://locked", "ssh-login-refused"],
      ] as const)
        await failsBy(pingAt(parseEndpoint(address)), "ssh-failed", cause);
    });

    it("takes a key whose passphrase an agent knows", async () => {
      const agent = await startSshAgent(ssh.lockedKey);
      process.env["SSH_AUTH_SOCK"] = agent.socketPath;
      try {
        await pingAt(parseEndpoint("ssh://locked"));
      } finally {
        delete process.env["SSH_AUTH_SOCK"];
        await agent.stop();
      }
    });

    it("says that docker's command is missing over there", async () => {
      const other = await startSshServer({ PATH: "/nowhere" });
      process.env["PATH"] = `${other.programFolder}:${path}`;
      try {
        await failsBy(pingAt(parseEndpoint("ssh://box")), "ssh-failed", "ssh-without-docker");
      } finally {
        process.env["PATH"] = `${ssh.programFolder}:${path}`;
        await other.stop();
      }
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
        await failsBy(pingAt(parseEndpoint("ssh://box")), "ssh-failed", "ssh-missing");
      } finally {
        process.env["PATH"] = `${ssh.programFolder}:${path}`;
      }
    });
  });
});
